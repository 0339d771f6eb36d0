"""Accounts as clients get them."""

from datetime import datetime
from typing import Any

from amigok_contracts import Money
from analytics.figures.links import link
from analytics.returns.disposals import Disposal
from analytics.returns.rates import MoneyWeighted, Rate
from analytics.returns.results import Left, Period, Result
from analytics.returns.schemas import (
    RULE,
    AccountEntryOut,
    DisposalOut,
    LeftOut,
    MoneyAsk,
    MoneyWeightedOut,
    ProfitLossOfCurrency,
    RateOut,
    RoiOfCurrency,
    SimpleOut,
    WeightedOut,
)

_EXPLAIN = "/api/v1/analytics/financial/explain"
_HOLDINGS = "/api/v1/analytics/financial/holdings"


def explain(asked: MoneyAsk, period: Period) -> str:
    """Where the rows of an answer are."""
    return _link(_EXPLAIN, asked, period)


def holdings(asked: MoneyAsk, period: Period, at: datetime | None) -> str | None:
    """Where the animals are that were held at a moment; nobody can list all of the platform's."""
    if asked.scope == "platform" or at is None:
        return None
    return _link(_HOLDINGS, asked, Period(None, at))


def of_period(asked: MoneyAsk, period: Period) -> dict[str, Any]:
    """What an answer says of its question."""
    return {
        "scope": asked.scope,
        "since": period.since,
        "until": period.until,
        "time_zone": asked.time_zone,
        "rates": asked.rate,
        "rule": RULE,
    }


def _link(path: str, asked: MoneyAsk, period: Period, **more: str | None) -> str:
    """To the rows of the same question."""
    whose = {name: getattr(asked, name) for name in ("scope", "farm_id", "livestock_id")}
    return link(path, **whose, since=period.since, until=period.until, **more)


def roi(result: Result, asked: MoneyAsk, period: Period) -> RoiOfCurrency:
    """What was earned in one currency."""
    currency, zone = result.currency, asked.zone
    return RoiOfCurrency(
        currency=currency,
        invested=Money.of_minor(result.invested, currency),
        **_results(result),
        simple=SimpleOut(
            total=_rate(result.simple(result.total)),
            realised=_rate(result.simple(result.realised)),
            unrealised=_rate(result.simple(result.unrealised)),
        ),
        money_weighted=WeightedOut(
            total=_weighted(result.money_weighted(zone)), realised=_weighted(result.money_weighted_realised(zone))
        ),
        left=_left(result.after, currency, holdings(asked, period, period.until)),
    )


def profit_and_loss(result: Result, asked: MoneyAsk, period: Period) -> ProfitLossOfCurrency:
    """An account in one currency; each of its lines leads to its rows."""
    currency = result.currency
    booked = None if asked.into else currency
    entries = [
        AccountEntryOut(
            entry=name,
            amount=Money.of_minor(minor, currency),
            explain=_link(_EXPLAIN, asked, period, entry=name, currency=booked),
        )
        for name, minor in result.entries.items()
    ]
    return ProfitLossOfCurrency(
        currency=currency,
        entries=entries,
        **_results(result),
        before=_left(result.before, currency, holdings(asked, period, period.since)),
        after=_left(result.after, currency, holdings(asked, period, period.until)),
    )


def disposal(each: Disposal) -> DisposalOut:
    """An animal that left, in money."""
    names = ("cost", "proceeds", "fees", "insurance", "gain")
    return DisposalOut(
        livestock_id=each.livestock_id,
        acquired_at=each.acquired_at,
        ended_at=each.ended_at,
        how=each.how,
        **{name: Money.of_minor(getattr(each, name), each.currency) for name in names},
    )


def _results(result: Result) -> dict[str, Money]:
    names = ("realised", "unrealised", "total")
    return {name: Money.of_minor(getattr(result, name), result.currency) for name in names}


def _left(left: Left, currency: str, rows: str | None) -> LeftOut:
    return LeftOut(
        animals=left.animals,
        value=Money.of_minor(left.value, currency),
        cost=Money.of_minor(left.cost, currency),
        at_cost=left.at_cost,
        oldest_value_at=left.oldest_value_at,
        explain=rows,
    )


def _weighted(found: MoneyWeighted) -> MoneyWeightedOut:
    return MoneyWeightedOut(yearly=_rate(found.yearly), whole=_rate(found.whole), days=found.days)


def _rate(rate: Rate) -> RateOut:
    return RateOut(value=rate.value, absent=rate.absent)
