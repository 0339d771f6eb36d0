"""Which changes of an OpenAPI document break clients that were made from an older one.

What clients send and what they receive are judged apart. A request may become wider: new optional fields, more values,
looser bounds. An answer may become richer: new fields. Whatever narrows a request, takes something from an answer, or
gives an operation or schema another name (generated clients have functions and classes of these names) breaks clients.
Problems are open: clients must expect codes that they do not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import gt, lt
from typing import Any, Literal

Json = dict[str, Any]
Direction = Literal["request", "answer"]

_LOWER = ("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties")
_UPPER = ("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties")


def breaking_changes(old: Json, new: Json) -> list[str]:
    """What in `new` breaks a client of `old`, as sentences; empty when nothing does."""
    return list(_Comparison(old, new).changes())


@dataclass
class _Comparison:
    old: Json
    new: Json
    _found: dict[tuple[str, str, Direction], list[str]] = field(default_factory=dict)
    """What is known of two schemas with names; empty while they are compared, because schemas may hold themselves."""

    def changes(self) -> Iterator[str]:
        for path, methods in self.old["paths"].items():
            for method, operation in methods.items():
                where = f"{method.upper()} {path}"
                if (now := self.new["paths"].get(path, {}).get(method)) is None:
                    yield f"{where}: removed"
                    continue
                yield from (f"{where}: {each}" for each in self._operation(operation, now))
        gone = self.old["components"]["schemas"].keys() - self.new["components"]["schemas"].keys()
        yield from (f"schema {name}: removed or renamed" for name in sorted(gone))

    def _operation(self, old: Json, new: Json) -> Iterator[str]:
        for key, word in (("operationId", "name"), ("tags", "tag")):
            if old.get(key) != new.get(key):
                yield f"its {word} was {old.get(key)} and is {new.get(key)}"
        yield from _access(old.get("security", []), new.get("security", []))
        yield from self._parameters(old.get("parameters", []), new.get("parameters", []))
        yield from self._body(old.get("requestBody"), new.get("requestBody"))
        yield from self._answers(old["responses"], new["responses"])

    def _parameters(self, old: list[Json], new: list[Json]) -> Iterator[str]:
        before = {(each["in"], each["name"].lower()): each for each in old}
        after = {(each["in"], each["name"].lower()): each for each in new}
        for key in sorted(before.keys() - after.keys()):
            yield f"{key[0]} parameter {key[1]}: removed or renamed"
        for key, parameter in sorted(after.items()):
            where = f"{key[0]} parameter {key[1]}"
            if parameter.get("required") and not before.get(key, {}).get("required"):
                yield f"{where}: is required now"
            if key in before:
                yield from self._schemas(where, before[key]["schema"], parameter["schema"], "request")

    def _body(self, old: Json | None, new: Json | None) -> Iterator[str]:
        if new is None:
            return
        if new.get("required") and not (old or {}).get("required"):
            yield "a body is required now"
        yield from self._contents("request", (old or {}).get("content", {}), new["content"], "request")

    def _answers(self, old: Json, new: Json) -> Iterator[str]:
        before = {status: answer for status, answer in old.items() if status.startswith("2")}
        after = {status: answer for status, answer in new.items() if status.startswith("2")}
        if gone := sorted(before.keys() - after.keys()):
            yield f"no longer answers {', '.join(gone)}"
        if unknown := sorted(after.keys() - before.keys()):
            yield f"answers {', '.join(unknown)}, which clients do not know"
        for status in sorted(before.keys() & after.keys()):
            one, other = before[status], after[status]
            for name in sorted(one.get("headers", {}).keys() - other.get("headers", {}).keys()):
                yield f"{status}: no longer sends the header {name}"
            yield from self._contents(status, one.get("content", {}), other.get("content", {}), "answer")

    def _contents(self, where: str, old: Json, new: Json, direction: Direction) -> Iterator[str]:
        for kind in sorted(old):
            if kind not in new:
                yield f"{where}: no longer {kind}"
            elif "schema" in old[kind]:
                yield from self._schemas(where, old[kind]["schema"], new[kind].get("schema", {}), direction)

    def _schemas(self, at: str, old: Json, new: Json, direction: Direction) -> Iterator[str]:
        """What a new schema takes from clients of the old one."""
        before, after = _alternatives(old, self.old), _alternatives(new, self.new)
        if len(before) == len(after) == 1:
            yield from self._pair(at, before[0], after[0], direction)
            return
        given, known = (before, after) if direction == "request" else (after, before)
        for each in given:
            pairs = [(each, other) if direction == "request" else (other, each) for other in known]
            found = [list(self._pair(at, *pair, direction)) for pair in pairs]
            if all(found):
                closest = min(found, key=len)
                yield closest[0] if len(given) == len(known) else f"{at}: {_shown(each)} has no counterpart"

    def _pair(self, at: str, old: Json, new: Json, direction: Direction) -> Iterator[str]:
        if "$ref" not in old or "$ref" not in new:
            yield from self._alike(at, _resolved(old, self.old), _resolved(new, self.new), direction)
            return
        key = (old["$ref"], new["$ref"], direction)
        if key not in self._found:
            self._found[key] = []
            pair = _resolved(old, self.old), _resolved(new, self.new)
            self._found[key] = list(self._alike(_named(new), *pair, direction))
        yield from self._found[key]

    def _alike(self, at: str, old: Json, new: Json, direction: Direction) -> Iterator[str]:
        if not _fits(old.get("type"), new.get("type"), direction):
            yield f"{at}: was {_shown(old)} and is {_shown(new)}"
            return
        yield from _values(at, old, new, direction)
        if direction == "request":
            yield from _bounds(at, old, new)
        if old.get("format") != new.get("format"):
            yield f"{at}: the format was {old.get('format')} and is {new.get('format')}"
        yield from self._fields(at, old, new, direction)
        if "items" in old and "items" in new:
            yield from self._schemas(f"{at}[]", old["items"], new["items"], direction)
        if isinstance(old.get("additionalProperties"), dict) and isinstance(new.get("additionalProperties"), dict):
            values = old["additionalProperties"], new["additionalProperties"]
            yield from self._schemas(f"{at}.*", *values, direction)

    def _fields(self, at: str, old: Json, new: Json, direction: Direction) -> Iterator[str]:
        before, after = old.get("properties", {}), new.get("properties", {})
        needed_before, needed = set(old.get("required", ())), set(new.get("required", ()))
        for name in sorted(before.keys() - after.keys()):
            yield f"{at}.{name}: removed or renamed"
        for name in sorted(needed - needed_before if direction == "request" else ()):
            yield f"{at}.{name}: is required now"
        for name in sorted((needed_before - needed) & after.keys() if direction == "answer" else ()):
            yield f"{at}.{name}: may be missing now"
        for name in sorted(before.keys() & after.keys()):
            yield from self._schemas(f"{at}.{name}", before[name], after[name], direction)


def _access(old: list[Json], new: list[Json]) -> Iterator[str]:
    """Whoever could call it still can; no way at all is anybody."""
    ways = [set(way) for way in new] or [set()]
    for way in old or [{}]:
        if set() not in ways and set(way) not in ways:
            yield f"{' and '.join(way) or 'anybody'} may no longer call it"


def _alternatives(schema: Json, document: Json) -> list[Json]:
    inner = _resolved(schema, document)
    ways = inner.get("anyOf", inner.get("oneOf"))
    return [each for one in ways for each in _alternatives(one, document)] if ways else [schema]


def _named(reference: Json) -> str:
    return str(reference["$ref"].rsplit("/", 1)[1])


def _resolved(schema: Json, document: Json) -> Json:
    while "$ref" in schema:
        schema = document["components"]["schemas"][_named(schema)]
    return schema


def _fits(old: str | None, new: str | None, direction: Direction) -> bool:
    narrow, wide = (old, new) if direction == "request" else (new, old)
    return narrow == wide or wide is None or (narrow, wide) == ("integer", "number")


def _values(at: str, old: Json, new: Json, direction: Direction) -> Iterator[str]:
    before, after = _enumerated(old), _enumerated(new)
    if direction == "request" and after is not None:
        if before is None:
            yield f"{at}: only certain values are accepted now"
        yield from (f"{at}: the value {value!r} is no longer accepted" for value in before or () if value not in after)
    if direction == "answer" and before is not None:
        if after is None:
            yield f"{at}: any value may come now"
        unknown = [value for value in after or () if value not in before]
        yield from (f"{at}: the value {value!r} may come, which clients do not know" for value in unknown)


def _enumerated(schema: Json) -> list[Any] | None:
    return [schema["const"]] if "const" in schema else schema.get("enum")


def _bounds(at: str, old: Json, new: Json) -> Iterator[str]:
    for name, narrower in [*((name, gt) for name in _LOWER), *((name, lt) for name in _UPPER)]:
        if name in new and (name not in old or narrower(new[name], old[name])):
            yield f"{at}: {name} was {old.get(name, 'not there')} and is {new[name]}"
    if "pattern" in new and new["pattern"] != old.get("pattern"):
        yield f"{at}: the pattern was {old.get('pattern', 'not there')} and is {new['pattern']}"
    closed = new.get("additionalProperties") is False and old.get("additionalProperties") is not False
    if closed and "properties" in old:
        yield f"{at}: unknown fields are refused now"


def _shown(schema: Json) -> str:
    return _named(schema) if "$ref" in schema else str(schema.get("title") or schema.get("type") or "anything")
