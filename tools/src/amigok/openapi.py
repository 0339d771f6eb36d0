"""One OpenAPI document of the whole fleet, merged from the services' own."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from amigok import api_examples, problem_responses
from amigok.errors import Failure
from amigok_chassis.openapi.references import reached, renamed

if TYPE_CHECKING:
    from amigok_chassis.service import Service

Json = dict[str, Any]

DESCRIPTION = """\
**Errors** are `application/problem+json` (RFC 9457). `code` is stable, so branch on it and not on the text; `detail` is
for people. Each operation lists the codes that it answers, with their meaning and the members that come with them.
Beside these, any operation may answer `internal_error`, and the gateway for it. A 401 means that no valid access token
came, or from a device no valid id and secret, a 403 that your role may not do this, a 404 that there is no such thing
or that it is not yours to see, a 422 that a value does not fit. Unknown fields are refused. After a 429 or 503, wait
for the seconds of `Retry-After`.

**Idempotency.** Every POST that moves money takes `Idempotency-Key`, a name of your choice for this one request. Sent
again with the same key and a body that means the same, it does nothing and answers what it answered first
(`Idempotency-Replayed: true`), or, after a 202, how things are now; with another body, it is refused with
`idempotency_key_reused`. A refused request may succeed with its key later.

**Lists** come in pages: `?limit=` (1 to 100) and `?cursor=`, answered with `items` and `next_cursor`, which is null on
the last page. Cursors are opaque.

**Values.** Ids are UUIDv7. Times are RFC 3339 in UTC. Money is a decimal string and a currency, never a float:
`{"amount": "240.00", "currency": "USD"}`. A decimal number is written with the digits 0 to 9 and a point.

**Text** is kept composed (NFC) and without spaces at its ends. What nobody could see is refused: control characters,
marks that turn the direction of writing, characters of no width where neither a script nor an emoji needs them. JSON
that says one member twice is refused with `duplicate_member`.

**Tracing.** Every answer brings `X-Request-Id`; send your own, or a W3C `traceparent`, to follow a request through.
"""

INFO: Json = {
    "title": "Amigok",
    "description": DESCRIPTION,
    "contact": {"name": "Amigok", "email": "api@amigok.test"},
    "license": {"name": "Proprietary", "identifier": "LicenseRef-Proprietary"},
}


def document(services: Iterable[Service], *, version: str = "1.0.0") -> Json:
    """The merged document of this version of the API. `Failure` when two things of one name cannot both be in it."""
    from amigok_chassis.openapi.document import document as own_document

    own = {service.name: own_document(service) for service in services}
    schemas, tags, operations = _schema_names(own), _tag_names(own), _operation_ids(own)
    paths: Json = {}
    components: defaultdict[str, Json] = defaultdict(dict)
    for service, part in own.items():
        for path, methods in renamed(part["paths"], schemas[service]).items():
            if path in paths:
                raise Failure(f"{path} is in the documents of two services; one of them is {service}")
            paths[path] = {
                method: operation
                | {
                    "operationId": operations[service, operation["operationId"]],
                    "tags": [tags[service, tag] for tag in operation["tags"]],
                }
                for method, operation in methods.items()
            }
        for kind, named in part["components"].items():
            components[kind] |= _components(named, schemas[service]) if kind == "schemas" else named
    merged = {
        "openapi": "3.1.0",
        "info": {**INFO, "version": version},
        "servers": [{"url": "/", "description": "The gateway that served this document"}],
        "tags": list(_tags(own, tags)),
        "x-tagGroups": _groups(own, tags),
        "paths": paths,
        "components": dict(components),
    }
    api_examples.fill(merged)
    return problem_responses.shared(merged)


def render(merged: Json) -> str:
    """The document as committed: keys sorted, so that a diff shows what changed and nothing else."""
    return json.dumps(merged, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _components(schemas: Json, names: dict[str, str]) -> Json:
    """The schemas under their names in the merged document, which are their titles too."""
    return {names[name]: renamed(schema, names) | {"title": names[name]} for name, schema in schemas.items()}


def _operation_ids(own: dict[str, Json]) -> dict[tuple[str, str], str]:
    """What each service's operations are called: one that two services have bears the service's name."""
    given = [
        (service, operation["operationId"])
        for service, part in own.items()
        for methods in part["paths"].values()
        for operation in methods.values()
    ]
    times = Counter(name for _, name in given)
    return {(service, name): name if times[name] == 1 else f"{service}_{name}" for service, name in given}


def _tag_names(own: dict[str, Json]) -> dict[tuple[str, str], str]:
    """What each service's tags are called: one that means something else elsewhere bears the service's name."""
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    for part in own.values():
        for tag in part["tags"]:
            meanings[tag["name"]].add(tag["description"])
    return {
        (service, tag["name"]): tag["name"] if len(meanings[tag["name"]]) == 1 else f"{service} {tag['name']}"
        for service, part in own.items()
        for tag in part["tags"]
    }


def _tags(own: dict[str, Json], names: dict[tuple[str, str], str]) -> Iterator[Json]:
    """Each tag once; those that every service has come last."""
    found = {names[service, tag["name"]]: tag["description"] for service, part in own.items() for tag in part["tags"]}
    shared = Counter(names.values())
    for name in sorted(found, key=lambda name: shared[name] > 1):
        yield {"name": name, "description": found[name]}


def _groups(own: dict[str, Json], names: dict[tuple[str, str], str]) -> list[Json]:
    shared = Counter(names.values())
    groups = {
        service.capitalize(): [name for tag in part["tags"] if shared[name := names[service, tag["name"]]] == 1]
        for service, part in own.items()
    }
    groups["Every service"] = sorted(name for name, times in shared.items() if times > 1)
    return [{"name": name, "tags": tags} for name, tags in groups.items() if tags]


def _schema_names(own: dict[str, Json]) -> dict[str, dict[str, str]]:
    """What each service's schemas are called in the merged document.

    Alike in every service that has one: its own name. Different: the name with the service's before it.
    """
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    for part in own.values():
        for name in part["components"]["schemas"]:
            meanings[name].add(_meaning(part, name))
    names = {
        service: {
            name: name if len(meanings[name]) == 1 else f"{service.capitalize()}{name}"
            for name in part["components"]["schemas"]
        }
        for service, part in own.items()
    }
    for service, owned in names.items():
        for name, given in owned.items():
            if given != name and given in meanings:
                raise Failure(f"schema {name} of {service} would be called {given}, which is another one's name")
    return names


def _meaning(part: Json, name: str) -> str:
    """The schema and everything it refers to."""
    schemas = part["components"]["schemas"]
    return json.dumps({name: schemas[name], **reached(schemas[name], schemas)}, sort_keys=True)
