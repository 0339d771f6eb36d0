"""Who answers which path: the services' own paths, checked against each other, as Traefik's dynamic configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from amigok.errors import Failure

if TYPE_CHECKING:
    from amigok_chassis.service import Service

PUBLIC = ("/api/v1/", "/.well-known/", "/docs/", "/events/")
"""A path of the API below these prefixes can be reached from outside, and so can PAGES; nothing else can."""

PAGES = frozenset({"/", "/docs", "/events", "/openapi.json", "/asyncapi.json"})

ROOTS = {"auth": "/api/v1/auth/", "webhooks": "/api/v1/payments/webhook/"}
"""Paths below these have limits of their own: stricter ones, and ones that let providers tell much at once."""

DEFAULT_BODY = 1_048_576
"""What the middleware `body` lets through; a route that declares more gets a middleware of its own."""

_PARAMETER = re.compile(r"\{[^{}]+\}")
_SPECIAL = re.compile(r"([.+*?()|\[\]{}^$\\])")


@dataclass(frozen=True, order=True)
class Claim:
    """A service answers this template path, e.g. `/api/v1/farms/{id}`, whatever the method.

    `body` is how many bytes a request to it may have, 0 where that is the same as for all paths.
    """

    service: str
    template: str
    body: int = 0

    @property
    def segments(self) -> list[str]:
        return self.template.split("/")[1:]

    @property
    def parameters(self) -> int:
        return sum(map(is_parameter, self.segments))

    @property
    def rule(self) -> str:
        """The Traefik matcher of exactly these paths."""
        if not self.parameters:
            return f"Path(`{self.template}`)"
        literals = [_SPECIAL.sub(r"\\\1", part) for part in _PARAMETER.split(self.template)]
        return f"PathRegexp(`^{'[^/]+'.join(literals)}$`)"


def is_parameter(segment: str) -> bool:
    return "{" in segment


def claims(service: Service) -> list[Claim]:
    """The paths of a service that the gateway sends to it, each once.

    Paths that are not in its schema are internal unless they are pages or well-known. `Failure` for a path of its
    schema that the gateway would send nowhere.
    """
    found: dict[str, int] = {}
    for path, in_schema, body in _paths(service):
        public = (path in PAGES or path.startswith(PUBLIC)) and ":path}" not in path
        if in_schema and not public:
            raise Failure(f"{service.name} serves {path}, which nothing claims: the gateway sends it nowhere")
        if public and (in_schema or not path.startswith("/api/")):
            found[path] = max(body, found.get(path, 0))
    return sorted(Claim(service.name, path, body) for path, body in found.items())


def _paths(service: Service) -> Iterator[tuple[str, bool, int]]:
    """Each path, whether it is in the schema, and the body that it takes where that is larger than others do."""
    from fastapi.routing import iter_route_contexts

    from amigok_chassis.app import create_app
    from amigok_chassis.settings import Settings

    settings = Settings(role="api", max_body_bytes=DEFAULT_BODY)
    for route in iter_route_contexts(create_app(service, settings).routes):
        if route.path is not None:
            limit = getattr(route, "max_body_size", None) or 0
            yield route.path, bool(getattr(route, "include_in_schema", False)), limit if limit > DEFAULT_BODY else 0


def overlap(one: Claim, other: Claim) -> bool:
    """Whether some path fits both templates."""
    return len(one.segments) == len(other.segments) and all(
        a == b or is_parameter(a) or is_parameter(b) for a, b in zip(one.segments, other.segments, strict=True)
    )


def narrower(one: Claim, other: Claim) -> bool:
    """Whether `one` is literal wherever the overlapping `other` is, and somewhere else too."""
    pairs = list(zip(one.segments, other.segments, strict=True))
    return all(not is_parameter(a) or is_parameter(b) for a, b in pairs) and any(
        not is_parameter(a) and is_parameter(b) for a, b in pairs
    )


def check(everything: Sequence[Claim]) -> list[str]:
    """Overlaps between services that the gateway decides in favour of the more literal path, as sentences.

    `Failure` names all paths that two services claim alike.
    """
    twice, decided = [], []
    for one, other in combinations(sorted(everything), 2):
        if one.service == other.service or not overlap(one, other):
            continue
        if narrower(one, other) or narrower(other, one):
            first, second = (one, other) if narrower(one, other) else (other, one)
            decided.append(f"{first.template} is {first.service}'s, other {second.template} are {second.service}'s")
        else:
            both = one.template if one.template == other.template else f"{one.template} and {other.template}"
            twice.append(f"{both}: claimed by {one.service} and by {other.service}")
    if twice:
        raise Failure("paths claimed twice:\n  " + "\n  ".join(twice))
    return decided


def dynamic(services: Iterable[Service], middlewares: Path) -> str:
    """Traefik's dynamic configuration for these services, with the middlewares of that file."""
    services = list(services)
    everything = [claim for service in services for claim in claims(service)]
    decided = check(everything)
    lines = [
        "# Generated by `amigok generate` from the services' own paths and middlewares.yml; not to be edited.",
        *(f"# {sentence}" for sentence in decided),
        "http:",
        "  routers:",
        *_roots(),
    ]
    for service in services:
        lines += _routers(service.name, [claim for claim in everything if claim.service == service.name])
    lines += ["  services:"]
    for service in services:
        lines += _backend(service.name)
    included = middlewares.read_text().splitlines()
    body = included[next(at for at, line in enumerate(included) if not line.startswith("#")) :]
    body[1:1] = [line for limit in sorted({claim.body for claim in everything if claim.body}) for line in _body(limit)]
    return "\n".join(lines + [f"  {line}".rstrip() for line in body]) + "\n"


def _body(limit: int) -> list[str]:
    """The middleware for routes that take files: beyond 1 MiB they wait on the disk, so that few do not fill memory."""
    return [
        f"  body-{limit}:",
        "    buffering:",
        f"      maxRequestBodyBytes: {limit}",
        f"      memRequestBodyBytes: {DEFAULT_BODY}",
    ]


def _root(template: str) -> str:
    """The root router that a path is below."""
    return next((root for root, prefix in ROOTS.items() if template.startswith(prefix)), "public")


def _roots() -> list[str]:
    own = [
        line
        for root, prefix in ROOTS.items()
        for line in (
            f"    {root}:",
            "      entryPoints: [web]",
            f"      rule: PathPrefix(`{prefix}`)",
            "      priority: 2000",
            f"      middlewares: [public-{root}]",
        )
    ]
    return [
        "    public:",
        "      entryPoints: [web]",
        "      rule: PathPrefix(`/`)",
        "      priority: 1",
        "      middlewares: [public]",
        *own,
        "    unclaimed:",
        f"      parentRefs: [{', '.join(['public', *ROOTS])}]",
        "      rule: PathPrefix(`/`)",
        "      priority: 1",
        "      middlewares: [unclaimed]",
        "      service: portal",
    ]


def _routers(name: str, own: list[Claim]) -> list[str]:
    """One router for each number of parameters, so that a literal path has priority over a parameter."""

    def group(claim: Claim) -> tuple[str, int, int]:
        return _root(claim.template), claim.parameters, claim.body

    lines: list[str] = []
    parents: dict[str, int] = {}
    for (root, parameters, body), members in groupby(sorted(own, key=lambda c: (group(c), c.template)), key=group):
        own_root = f"{root}-" if root in ROOTS else ""
        router = f"{name}-{own_root}{parameters}{f'-body-{body}' if body else ''}"
        parents[router] = body
        rules = [member.rule for member in members]
        lines += [
            f"    {router}:",
            f"      parentRefs: [{root}]",
            f"      priority: {1000 - 10 * parameters}",
            "      rule: >-",
            *(f"        {rule}{' ||' if at < len(rules) else ''}" for at, rule in enumerate(rules, 1)),
        ]
    if not parents:
        return []
    return [*lines, *_doors(name, parents)]


def _doors(name: str, parents: dict[str, int]) -> list[str]:
    """Reads are retried, writes are received whole first; `parents` are its routers, each with its limit for bodies."""
    lines = [
        f"    {name}-reads:",
        f"      parentRefs: [{', '.join(parents)}]",
        "      rule: Method(`GET`) || Method(`HEAD`)",
        "      priority: 2",
        "      middlewares: [retry]",
        f"      service: {name}",
    ]
    for limit in sorted(set(parents.values())):
        suffix = f"-{limit}" if limit else ""
        lines += [
            f"    {name}-writes{suffix}:",
            f"      parentRefs: [{', '.join(router for router in parents if parents[router] == limit)}]",
            "      rule: PathPrefix(`/`)",
            "      priority: 1",
            f"      middlewares: [body{suffix}]",
            f"      service: {name}",
        ]
    return lines


def _backend(name: str) -> list[str]:
    """Its healthy instances; where there is none, the portal says so. The portal itself has no stand-in."""
    servers = name if name == "portal" else f"{name}-instances"
    failover = [f"    {name}:", f"      failover: {{service: {servers}, fallback: portal}}"]
    return [
        *(failover if servers != name else []),
        f"    {servers}:",
        "      loadBalancer:",
        "        serversTransport: services",
        "        healthCheck: {path: /health/ready, interval: 2s, unhealthyInterval: 1s, timeout: 2s}",
        "        servers:",
        f'          - url: \'{{{{ env "AMIGOK_{name.upper()}_URL" | default "http://{name}:8000" }}}}\'',
    ]
