"""What may grow: a currency, a provider, any other known value. No published schema breaks, and old readers read it."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import amigok_contracts
from amigok_contracts import Event, Money, all_events, parse, routing_key
from amigok_contracts.compatibility import additions, breaking_changes, schema_of
from amigok_contracts.currencies import DIGITS
from amigok_contracts.examples import example
from amigok_contracts.values import KNOWN

FOLDER = Path(amigok_contracts.__file__).parent
NEW = "newly_known"

EVENTS = pytest.mark.parametrize("event", all_events(), ids=routing_key)


def published(event: type[Event]) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((FOLDER / "schemas" / f"{routing_key(event)}.json").read_text())
    return schema


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema."""
    for each in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(each, dict | list):
            yield from nodes(each)
    if isinstance(schema, dict):
        yield schema


def grown(event: type[Event]) -> dict[str, Any]:
    """The published schema with one known value more wherever there are known ones."""
    schema = deepcopy(published(event))
    for node in nodes(schema):
        if KNOWN in node:
            node[KNOWN].append(NEW)
            node["examples"] = [NEW]
    return schema


@EVENTS
def test_no_event_closes_its_strings(event: type[Event]) -> None:
    schema = published(event)
    assert not [node for node in nodes(schema) if "enum" in node or "const" in node]


@EVENTS
def test_a_new_value_breaks_no_published_schema_and_old_readers_read_it(event: type[Event]) -> None:
    new = grown(event)
    assert breaking_changes(published(event), new) == []
    assert additions(published(event), new) == (KNOWN in json.dumps(new))
    sent = with_new_values(example(event), published(event))
    Draft202012Validator(published(event), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(sent)
    assert json.loads(parse(event.type, event.version, json.dumps(sent)).model_dump_json()) == sent


def test_providers_methods_reasons_purposes_and_kinds_are_among_the_open_ones() -> None:
    names = {
        name
        for event in all_events()
        for node in nodes(published(event))
        for name, field in node.get("properties", {}).items()
        if KNOWN in json.dumps(field)
    }
    assert {"provider", "method", "reason", "reasons", "purpose", "kind", "role", "status", "pay_with"} <= names


@EVENTS
@pytest.mark.parametrize(("currency", "amount"), [("JPY", "1200"), ("KWD", "240.005")])
def test_money_of_any_currency_goes_through_every_published_schema(
    event: type[Event], currency: str, amount: str
) -> None:
    sent = with_currency(example(event), currency, amount)
    Draft202012Validator(published(event)).validate(sent)
    assert json.loads(parse(event.type, event.version, json.dumps(sent)).model_dump_json()) == sent


def test_adding_a_currency_changes_no_schema_and_makes_it_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [schema_of(event) for event in all_events()]
    with pytest.raises(ValueError, match="ZZZ is not a currency that this version of the contracts knows"):
        Money.model_validate({"amount": "1.5", "currency": "ZZZ"})
    monkeypatch.setitem(DIGITS, "ZZZ", 3)
    assert Money.model_validate({"amount": "1.5", "currency": "ZZZ"}).minor == 1500
    assert [schema_of(event) for event in all_events()] == before


def with_new_values(data: Any, schema: dict[str, Any], root: dict[str, Any] | None = None) -> Any:
    """The data with every open string replaced by one that nobody knows yet."""
    root = root or schema
    if "$ref" in schema:
        schema = {**root["$defs"][schema["$ref"].rsplit("/", 1)[1]], **schema}
    if data is None:
        return None
    if "anyOf" in schema:
        return with_new_values(data, schema["anyOf"][0], root)
    if isinstance(data, list):
        return [with_new_values(each, schema.get("items", {}), root) for each in data]
    if isinstance(data, dict):
        fields = schema.get("properties", {})
        return {name: with_new_values(value, fields.get(name, {}), root) for name, value in data.items()}
    return data.replace(data.split(".")[-1], NEW) if KNOWN in schema else data


def with_currency(data: Any, currency: str, amount: str) -> Any:
    """The data with all money, and every code of a currency, in this one."""
    if isinstance(data, list):
        return [with_currency(each, currency, amount) for each in data]
    if not isinstance(data, dict):
        return data
    if set(data) == {"amount", "currency"}:
        return {"amount": amount, "currency": currency}
    return {
        name: currency if name == "currency" else with_currency(value, currency, amount) for name, value in data.items()
    }
