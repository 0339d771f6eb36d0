// All security schemes are the same token; they only say whose. Given or taken back once, it is so for every role.
const all = (system) => {
  const schemes = {};
  system.authSelectors.definitionsToAuthorize().forEach((definition) =>
    definition.forEach((schema, name) => {
      schemes[name] = schema;
    }),
  );
  return schemes;
};

const authorize = (given, system) => (token) => {
  const { value } = Object.values(token)[0];
  const filled = Object.entries(all(system)).map(([name, schema]) => [name, { name, schema, value }]);
  return given(Object.fromEntries(filled));
};

const logout = (given, system) => () => given(Object.keys(all(system)));

SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  persistAuthorization: false,
  validatorUrl: null,
  plugins: [{ statePlugins: { auth: { wrapActions: { authorize, logout } } } }],
});
