"""What a request may bring is bounded, and what is checked about it takes time that its size explains."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from operator import or_
from re import _parser as parser  # type: ignore[attr-defined]
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel, SecretStr, TypeAdapter, ValidationError

from amigok.fleet import SERVICES, load
from amigok_chassis.app import create_app
from amigok_chassis.settings import Settings
from tests.fleet.test_linear_time import assert_linear

BOUNDS = {"maxLength", "enum", "const"}
LONGEST = 16_384
"""Characters that validators are given; what is longer than a field may be is refused, and that in good time."""
FORMATS = {"uuid", "date", "date-time", "binary"}
DOCUMENTS = {"put /api/v1/me/preferences"}
"""Bodies that are one JSON object of any shape, bounded as a whole."""

OTHER_SPELLINGS = (
    "6_2.5",
    "\u0666\u0662",
    "6.3e1",
    "1e2",
    "+5",
    " 5",
    "5.",
    ".5",
    "0x5",
    "1" * 100,
    "NaN",
    "Infinity",
)
PIECES = (
    "a",
    " ",
    ".",
    "-",
    "0",
    "@",
    "a@",
    "\u00e9",
    "e\u0301",
    "\u0316\u0301",
    "\u200d",
    "\U0001f469\u200d",
    "(",
    '"',
    "\\",
    "\u3042",
    "\u0645",
    "a.",
    "+4",
    "\ufe0f",
    "\u00a0",
    "xn--",
)

services = pytest.mark.parametrize("name", SERVICES)


@services
def test_every_text_list_and_map_of_a_request_has_a_bound(name: str) -> None:
    document = create_app(load(name), Settings(environment="test", role="api")).openapi()
    assert sorted(set(_unbounded(document))) == []


def _unbounded(document: dict[str, Any]) -> Iterator[str]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            place = f"{method} {path}"
            for parameter in operation.get("parameters", ()):
                yield from _without_bound(document, parameter["schema"], f"{place} {parameter['name']}", ())
            bodies = operation.get("requestBody", {}).get("content", {}).values() if place not in DOCUMENTS else ()
            for body in bodies:
                yield from _without_bound(document, body["schema"], place, ())


def _without_bound(
    document: dict[str, Any], schema: dict[str, Any], place: str, seen: tuple[str, ...]
) -> Iterator[str]:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        if name not in seen:
            yield from _without_bound(document, document["components"]["schemas"][name], name, (*seen, name))
        return
    if not _is_bounded(schema):
        yield f"{place}: {schema}"
    choices = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())]
    if {"number", "string"} <= {choice.get("type") for choice in choices}:
        return  # a decimal number, whose spelling is checked below
    parts = {f"{place}.{key}": value for key, value in schema.get("properties", {}).items()}
    for more in ("items", "additionalProperties"):
        if isinstance(schema.get(more), dict):
            parts[f"{place}[]"] = schema[more]
    for where, part in [*((place, choice) for choice in choices), *parts.items()]:
        yield from _without_bound(document, part, where, seen)


def _is_bounded(schema: dict[str, Any]) -> bool:
    kind = schema.get("type")
    if kind == "string":
        file = schema.get("contentMediaType") == "application/octet-stream"
        width = parser.parse(schema["pattern"]).getwidth()[1] if "pattern" in schema else parser.MAXREPEAT
        return file or bool(BOUNDS & set(schema)) or schema.get("format") in FORMATS or width < 1_000
    if kind == "object" and "properties" not in schema:
        return "maxProperties" in schema
    return kind != "array" or "maxItems" in schema


def fields(name: str) -> Iterator[tuple[str, Any]]:
    """Everything of a service's requests that is no model, but lists of models: a name and the type with validators."""
    found: dict[str, Any] = {}
    for router in load(name).routers:
        for route in router.routes:
            if isinstance(route, APIRoute):
                for given in _given(route.dependant):
                    found |= dict(_leaves(given.name, given.field_info.annotation, given.field_info.metadata, ()))
    yield from sorted(found.items())


def _given(dependant: Dependant) -> Iterator[Any]:
    yield from (*dependant.path_params, *dependant.query_params, *dependant.header_params, *dependant.body_params)
    for other in dependant.dependencies:
        yield from _given(other)


def _leaves(place: str, annotation: Any, metadata: list[Any], seen: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    models = [each for each in _inside(annotation) if isinstance(each, type) and issubclass(each, BaseModel)]
    for model in models:
        if model not in seen:
            for name, field in model.model_fields.items():
                yield from _leaves(f"{model.__name__}.{name}", field.annotation, field.metadata, (*seen, model))
    if not models or _is_list(annotation):
        yield place, Annotated[(annotation, *metadata)] if metadata else annotation


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) in (list, tuple)


def _inside(annotation: Any) -> Iterator[Any]:
    yield annotation
    for each in get_args(annotation):
        yield from _inside(each)


@services
def test_every_field_takes_time_that_its_size_explains(name: str) -> None:
    for kind in {repr(kind): kind for _, kind in fields(name) if _takes_text(kind)}.values():
        adapter: TypeAdapter[Any] = TypeAdapter(kind)
        allowed = [int(length) for length in re.findall(r'"maxLength": ([0-9]+)', json.dumps(adapter.json_schema()))]
        for size in (*allowed, LONGEST):
            for piece in PIECES:
                assert_linear(adapter.validate_python, lambda n, piece=piece: piece * (n // len(piece)), size)


@services
def test_one_item_more_than_a_list_may_have_is_refused(name: str) -> None:
    for place, kind, most in lists(name):
        with pytest.raises(ValidationError) as refused:
            pytest.fail(f"{place} takes {most + 1}: {TypeAdapter(kind).validate_python([None] * (most + 1))}")
        assert {each["type"] for each in refused.value.errors()} >= {"too_long"}, place


def lists(name: str) -> Iterator[tuple[str, Any, int]]:
    """The lists of a service's requests, and how many items each may have."""
    for place, kind in fields(name):
        stated = TypeAdapter(kind).json_schema()
        for schema in (stated, *stated.get("anyOf", ())):
            if schema.get("type") == "array":
                yield place, _of_anything(kind), schema["maxItems"]


def _of_anything(kind: Any) -> Any:
    """The same list with items of any type: one that is refused would not be counted."""
    origin, given = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return Annotated[(_of_anything(given[0]), *given[1:])]
    if origin in (Union, UnionType):
        return reduce(or_, map(_of_anything, given))
    return tuple[Any, ...] if origin is tuple else list[Any] if origin is list else kind


def numbers(name: str) -> list[tuple[str, Any]]:
    """The decimals of a service but for amounts of money."""
    return [(place, kind) for place, kind in fields(name) if _is_decimal(kind) and place != "Money.amount"]


def test_there_are_numbers_to_be_spelled() -> None:
    assert any(numbers(name) for name in SERVICES)


@services
def test_a_number_has_one_spelling(name: str) -> None:
    for place, kind in numbers(name):
        adapter: TypeAdapter[Any] = TypeAdapter(kind)
        for text in OTHER_SPELLINGS:
            with pytest.raises(ValidationError):
                pytest.fail(f"{place} takes {text!r} for {adapter.validate_python(text)}")


def _takes_text(kind: Any) -> bool:
    return bool({str, SecretStr, Decimal} & set(_inside(kind)))


def _is_decimal(kind: Any) -> bool:
    return Decimal in set(_inside(kind))
