"""Amounts in another currency, at rates that the client gives. Nothing is converted without one. Pure rules."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TypeVar

from amigok_contracts.currencies import digits
from analytics.returns.lines import Line
from analytics.returns.results import Value

Dated = TypeVar("Dated", Line, Value)

_WRITTEN = re.compile(r"([A-Z]{3}):([0-9]{1,9}(?:\.[0-9]{1,12})?):([0-9]{4}-[0-9]{2}-[0-9]{2})")


@dataclass(frozen=True, order=True)
class ExchangeRate:
    """From this day on, one unit of a currency is so many of the wanted one, until a later rate of it."""

    currency: str
    since: date
    rate: Decimal


class RateMissing(LookupError):
    """There is no rate for a currency on a day; `args` are both."""


def read(text: str) -> ExchangeRate:
    """Reads `EUR:1.0850:2026-06-30`. Raises ValueError for anything else, and for a rate of zero."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError("a rate is a currency, how much one of it is, and since which day: EUR:1.0850:2026-06-30")
    currency, rate, since = found.groups()
    digits(currency)
    if not Decimal(rate):
        raise ValueError("a rate is more than zero")
    return ExchangeRate(currency, date.fromisoformat(since), Decimal(rate))


def converted(
    items: Iterable[Dated], wanted: str, rates: Sequence[ExchangeRate], tz: tzinfo, *, on: datetime | None = None
) -> list[Dated]:
    """The same in the wanted currency, each at the newest rate of its day, or of the day of `on`; halves to even.

    Raises RateMissing.
    """
    return [_converted(each, wanted, rates, (on or each.at).astimezone(tz).date()) for each in items]


def _converted(item: Dated, wanted: str, rates: Sequence[ExchangeRate], day: date) -> Dated:
    if item.currency == wanted:
        return item
    rate = _rate(item.currency, rates, day)
    minor = (Decimal(item.minor) * rate).scaleb(digits(wanted) - digits(item.currency))
    return replace(item, minor=int(minor.to_integral_value(ROUND_HALF_EVEN)), currency=wanted)


def _rate(currency: str, rates: Sequence[ExchangeRate], day: date) -> Decimal:
    known = [each for each in rates if each.currency == currency and each.since <= day]
    if not known:
        raise RateMissing(currency, day)
    return max(known).rate
