"""The languages, and how values are written in each."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal
from fluent.runtime import FluentBundle, FluentResource

from notification.people.languages import RIGHT_TO_LEFT


@lru_cache
def bundle(language: str) -> FluentBundle:
    """The texts of a language, read once."""
    texts = (files("notification") / "templates" / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    found = FluentBundle([language], use_isolating=language in RIGHT_TO_LEFT)
    found.add_resource(FluentResource(texts))
    return found


def written(kind: str, value: Any, *, language: str, zone: tzinfo) -> Any:
    """A value of an event, as JSON has it, in words. Plain numbers stay numbers, since plurals depend on them."""
    return value if value is None else _WRITTEN.get(kind, _text)(value, language, zone)


def phrase(language: str, name: str, **arguments: Any) -> str:
    """A text that is no kind's, such as the words of a button."""
    return formed(language, bundle(language).get_message(name).value, arguments)


def formed(language: str, pattern: Any, arguments: dict[str, Any]) -> str:
    """A pattern of Fluent with its variables filled in; empty where there is none."""
    text, _ = bundle(language).format_pattern(pattern, arguments) if pattern else ("", [])
    return str(text)


def _text(value: Any, language: str, zone: tzinfo) -> Any:
    return str(value)


def _code(value: str, language: str, zone: tzinfo) -> str:
    name = f"code_{value.replace('.', '-')}"
    return phrase(language, name if bundle(language).has_message(name) else "code_other")


def _money(value: Mapping[str, str], language: str, zone: tzinfo) -> str:
    return format_currency(Decimal(value["amount"]), value["currency"], locale=language)


def _moment(value: str, language: str, zone: tzinfo) -> str:
    return format_datetime(datetime.fromisoformat(value), "medium", tzinfo=zone, locale=language)


def _day(value: str, language: str, zone: tzinfo) -> str:
    return format_date(date.fromisoformat(value), "medium", locale=language)


def _number(value: Any, language: str, zone: tzinfo) -> Any:
    return value if isinstance(value, int) else format_decimal(Decimal(str(value)), locale=language)


_WRITTEN: Mapping[str, Callable[[Any, str, tzinfo], Any]] = {
    "code": _code,
    "money": _money,
    "moment": _moment,
    "day": _day,
    "number": _number,
}
