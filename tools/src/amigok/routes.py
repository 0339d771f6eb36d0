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

PUBLIC = ("/api/v1/", "/.well-known/", "/docs/", "/events/", "/watch/")
"""A path of the API below these prefixes can be reached from outside, and so can PAGES; nothing else can."""

PAGES = frozenset({"/", "/docs", "/events", "/openapi.json", "/asyncapi.json", "/status", "/watch"})

ROOTS = {"auth": "/api/v1/auth/", "webhooks": "/api/v1/payments/webhook/", "playback": "/api/v1/streams/play/"}
"""Paths below these have limits of their own: stricter ones, ones that let providers tell much at once, and ones for
players, which may be on pages of any origin: their links carry the right."""

SEGMENTS = "^/media/(source|medium|low|slate)/([0-9a-f-]{36}/)?[0-9]{1,12}\\.ts$"
"""What the media server is asked for from outside, and nothing else: no path that it would read in another way."""

_PARAMETER = re.compile(r"\{[^{}]+\}")
_SPECIAL = re.compile(r"([.+*?()|\[\]{}^$\\])")


@dataclass(frozen=True, order=True)
class Claim:
    """A service answers this template path, e.g. `/api/v1/farms/{id}`, whatever the method."""

    service: str
    template: str

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
    found: set[str] = set()
    for path, in_schema in _paths(service):
        public = (path in PAGES or path.startswith(PUBLIC)) and ":path}" not in path
        if in_schema and not public:
            raise Failure(f"{service.name} serves {path}, which nothing claims: the gateway sends it nowhere")
        if public and (in_schema or not path.startswith("/api/")):
            found.add(path)
    return sorted(Claim(service.name, path) for path in found)


def _paths(service: Service) -> Iterator[tuple[str, bool]]:
    """Each path, and whether it is in the schema."""
    from fastapi.routing import iter_route_contexts

    from amigok_chassis.app import create_app
    from amigok_chassis.settings import Settings

    for route in iter_route_contexts(create_app(service, Settings(role="api")).routes):
        if route.path is not None:
            yield route.path, bool(getattr(route, "include_in_schema", False))


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
    lines += _media()
    included = middlewares.read_text().splitlines()
    body = included[next(at for at, line in enumerate(included) if not line.startswith("#")) :]
    return "\n".join(lines + [f"  {line}".rstrip() for line in body]) + "\n"


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
        "    media:",
        "      entryPoints: [web]",
        f"      rule: (Method(`GET`) || Method(`HEAD`)) && PathRegexp(`{SEGMENTS}`)",
        "      priority: 2000",
        "      middlewares: [public-media]",
        "      service: media",
        "    unclaimed:",
        f"      parentRefs: [{', '.join(['public', *ROOTS])}]",
        "      rule: PathPrefix(`/`)",
        "      priority: 1",
        "      middlewares: [unclaimed]",
        "      service: portal",
        "    ready:",
        "      entryPoints: [traefik]",
        "      rule: Path(`/ready`)",
        "      service: ping@internal",
    ]


def _routers(name: str, own: list[Claim]) -> list[str]:
    """One router for each number of parameters, so that a literal path has priority over a parameter."""

    def group(claim: Claim) -> tuple[str, int]:
        return _root(claim.template), claim.parameters

    lines: list[str] = []
    parents: list[str] = []
    for (root, parameters), members in groupby(sorted(own, key=lambda c: (group(c), c.template)), key=group):
        parents.append(f"{name}-{f'{root}-' if root in ROOTS else ''}{parameters}")
        rules = [member.rule for member in members]
        lines += [
            f"    {parents[-1]}:",
            f"      parentRefs: [{root}]",
            f"      priority: {1000 - 10 * parameters}",
            "      rule: >-",
            *(f"        {rule}{' ||' if at < len(rules) else ''}" for at, rule in enumerate(rules, 1)),
        ]
    return [*lines, *_doors(name, parents)] if parents else []


def _doors(name: str, parents: list[str]) -> list[str]:
    """Reads are retried; `parents` are the service's routers."""
    return [
        f"    {name}-reads:",
        f"      parentRefs: [{', '.join(parents)}]",
        "      rule: Method(`GET`) || Method(`HEAD`)",
        "      priority: 2",
        "      middlewares: [retry]",
        f"      service: {name}",
        f"    {name}-writes:",
        f"      parentRefs: [{', '.join(parents)}]",
        "      rule: PathPrefix(`/`)",
        "      priority: 1",
        f"      service: {name}",
    ]


def _media() -> list[str]:
    return [
        "    media:",
        "      loadBalancer:",
        "        serversTransport: services",
        "        servers:",
        '          - url: \'{{ env "AMIGOK_MEDIA_URL" | default "http://media:8080" }}\'',
    ]


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
