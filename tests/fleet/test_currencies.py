"""Events may bring any currency, requests only one that the platform keeps accounts in."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from amigok.fleet import SERVICES, load
from amigok_chassis.app import create_app
from amigok_chassis.money import CURRENCIES, MoneyIn
from amigok_chassis.settings import Settings
from amigok_contracts import Currency

ANY = TypeAdapter(Currency).json_schema()["pattern"]


@pytest.mark.parametrize("name", SERVICES)
def test_no_request_may_name_a_currency_without_accounts(name: str) -> None:
    document = create_app(load(name), Settings(environment="test", role="api")).openapi()
    assert [
        f"{method} {path}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for schema in _asked(operation)
        if ANY in _patterns(document, schema, set())
    ] == []


def test_money_without_accounts_is_refused_by_name() -> None:
    read = TypeAdapter(MoneyIn).validate_python
    assert read({"amount": "1.00", "currency": CURRENCIES[0]}).minor == 100
    for currency in ("JPY", "KWD", "ZZZ"):
        with pytest.raises(ValidationError, match=currency):
            read({"amount": "1", "currency": currency})


def _asked(operation: dict[str, Any]) -> Iterator[Any]:
    yield from (parameter["schema"] for parameter in operation.get("parameters", ()))
    yield operation.get("requestBody", {})


def _patterns(document: dict[str, Any], schema: Any, seen: set[str]) -> set[str]:
    """Every pattern in a schema and in what it refers to."""
    if isinstance(schema, list):
        return {pattern for each in schema for pattern in _patterns(document, each, seen)}
    if not isinstance(schema, dict):
        return set()
    found = {schema["pattern"]} if isinstance(schema.get("pattern"), str) else set()
    name = schema.get("$ref", "")
    if name and name not in seen:
        seen.add(name)
        found |= _patterns(document, document["components"]["schemas"][name.rsplit("/", 1)[1]], seen)
    return found | _patterns(document, list(schema.values()), seen)
