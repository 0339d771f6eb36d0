"""What a published event promises, as JSON Schema, and which changes would break that promise.

Both directions count. The new class reads what the old one wrote, from queues and archives; and during every deployment
an old consumer reads what the new class writes. So within a major version only fields that are optional and have a
default may be added, and known values of open strings.
"""

from collections.abc import Iterator
from typing import Any

from amigok_contracts.base import Event, routing_key
from amigok_contracts.values import KNOWN

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ANNOTATIONS = {"title", "description", "examples", KNOWN, "$id", "$schema", "$comment", "x-amigok"}
_STRUCTURE = {"properties", "required", "$defs", "$ref", "enum", "items", "anyOf", "prefixItems"}


def schema_of(event: type[Event]) -> Schema:
    """The JSON Schema of an event's data as they go over the wire."""
    schema = event.model_json_schema(mode="serialization")
    return {
        "$schema": DIALECT,
        "$id": f"urn:amigok:schema:{routing_key(event)}",
        "x-amigok": {
            "type": event.type,
            "version": event.version,
            "public": event.public,
            "aggregate": event.aggregate,
        },
        **schema,
    }


def breaking_changes(old: Schema, new: Schema) -> list[str]:
    """What in `new` would break somebody who relies on `old`, as sentences; empty when nothing would."""
    return [*_promises(old.get("x-amigok", {}), new.get("x-amigok", {})), *_compare("", old, old, new, new)]


def additions(old: Schema, new: Schema) -> bool:
    """Whether a consumer can see something in `new` that is not in `old`; better words alone are nothing new."""
    return _visible(old) != _visible(new) or old.get("x-amigok") != new.get("x-amigok")


def _visible(schema: Any) -> Any:
    """A schema without what only explains it."""
    if isinstance(schema, list):
        return [_visible(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: _visible(value) for key, value in schema.items() if key not in _ANNOTATIONS - {KNOWN}}


def _promises(old: Schema, new: Schema) -> Iterator[str]:
    if old.get("public") and not new.get("public"):
        yield "the event is no longer public"
    if old.get("aggregate") != new.get("aggregate"):
        yield f"the aggregate was {old.get('aggregate')} and is {new.get('aggregate')}"


def _compare(at: str, old_root: Schema, old: Schema, new_root: Schema, new: Schema) -> Iterator[str]:
    old, new = resolved(old_root, old), resolved(new_root, new)
    where = at or "the event"
    for keyword in sorted((old.keys() | new.keys()) - _ANNOTATIONS - _STRUCTURE):
        if old.get(keyword) != new.get(keyword):
            yield f"{where}: {keyword} was {_shown(old, keyword)} and is {_shown(new, keyword)}"
    yield from _enum(where, old, new)
    yield from _fields(at, old_root, old, new_root, new)
    for keyword in ("anyOf", "prefixItems"):
        ours, theirs = old.get(keyword, []), new.get(keyword, [])
        if len(ours) != len(theirs):
            yield f"{where}: had {len(ours)} alternatives or places ({keyword}) and has {len(theirs)}"
            continue
        for one, other in zip(ours, theirs, strict=True):
            yield from _compare(at, old_root, one, new_root, other)
    if ("items" in old) != ("items" in new):
        yield f"{where}: what its items are changed"
    elif isinstance(old.get("items"), dict) and isinstance(new["items"], dict):
        yield from _compare(f"{at}[]", old_root, old["items"], new_root, new["items"])


def _fields(at: str, old_root: Schema, old: Schema, new_root: Schema, new: Schema) -> Iterator[str]:
    before, after = old.get("properties", {}), new.get("properties", {})
    needed_before, needed = set(old.get("required", ())), set(new.get("required", ()))
    for name in sorted(before.keys() - after.keys()):
        yield f"{_under(at, name)}: removed or renamed"
    for name in sorted(after.keys() - before.keys()):
        if name in needed or "default" not in resolved(new_root, after[name]):
            yield f"{_under(at, name)}: new, but not optional with a default"
        elif old.get("additionalProperties") is False:
            yield f"{_under(at, name)}: new where the published version forbids unknown fields"
    for name in sorted(before.keys() & after.keys()):
        if (name in needed_before) != (name in needed):
            yield f"{_under(at, name)}: {'is required now' if name in needed else 'is no longer required'}"
        yield from _compare(_under(at, name), old_root, before[name], new_root, after[name])


def _enum(where: str, old: Schema, new: Schema) -> Iterator[str]:
    if ("enum" in old) != ("enum" in new):
        yield f"{where}: whether its values are enumerated changed"
        return
    for member in old.get("enum", []):
        if member not in new.get("enum", []):
            yield f"{where}: lost the value {member!r}"
    for member in new.get("enum", []):
        if member not in old.get("enum", []):
            yield f"{where}: gained the value {member!r}, which consumers of this version do not know"


def resolved(root: Schema, schema: Schema) -> Schema:
    """The schema with its reference followed; keywords beside the reference hold too."""
    while "$ref" in schema:
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        schema = {**root["$defs"][schema["$ref"].rsplit("/", 1)[1]], **beside}
    return schema


def _under(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


def _shown(schema: Schema, keyword: str) -> str:
    return repr(schema[keyword]) if keyword in schema else "not there"
