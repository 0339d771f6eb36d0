// All security schemes are the same token; they only say whose. Given once, it counts for every role.
const everywhere = (authorize, system) => (given) => {
  const { value } = Object.values(given)[0];
  const schemes = {};
  system.authSelectors.definitionsToAuthorize().forEach((definition) =>
    definition.forEach((schema, name) => {
      schemes[name] = { name, schema, value };
    }),
  );
  return authorize(schemes);
};

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
  plugins: [{ statePlugins: { auth: { wrapActions: { authorize: everywhere } } } }],
});
