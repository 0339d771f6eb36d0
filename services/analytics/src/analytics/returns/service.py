"""What was earned: the accounts of whoever is asked about, with how complete they are."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.engine import Engine
from analytics.figures.errors import TimeEmpty
from analytics.figures.service import about
from analytics.returns import exchange, platform, present, queries
from analytics.returns.disposals import disposals, tax_year
from analytics.returns.errors import RateMissing
from analytics.returns.lines import Line, Position, Turn, positions
from analytics.returns.results import Period, Result, Values, results
from analytics.returns.schemas import (
    DisposalOut,
    MoneyAsk,
    ProfitLossOut,
    ReturnsAsk,
    RoiOut,
    TaxStatementOut,
    TaxYearAsk,
)
from analytics.scopes.service import Scope, scope_of

BOOKING = timedelta(days=1)
"""How long after a sale its order may be booked."""


@dataclass(frozen=True)
class Account:
    """What was found for a period: each animal's position, and what came of them by currency."""

    period: Period
    positions: Sequence[Position]
    results: Sequence[Result]


async def roi(db: UnitOfWork, facts: Engine, me: Principal, asked: ReturnsAsk) -> RoiOut:
    """What somebody earned. Raises what `account` raises."""
    scope, period = await scope_of(db, me, asked), period_of(asked)
    told = await _about(db, asked, period)
    found = await account(facts, scope, period, asked)
    shown = await asyncio.to_thread(lambda: [present.roi(each, asked, period) for each in found.results])
    return RoiOut(**told, currencies=shown)


async def profit_and_loss(db: UnitOfWork, facts: Engine, me: Principal, asked: ReturnsAsk) -> ProfitLossOut:
    """Somebody's account of a period. Raises what `account` raises."""
    scope, period = await scope_of(db, me, asked), period_of(asked)
    told = await _about(db, asked, period)
    found = await account(facts, scope, period, asked)
    return ProfitLossOut(
        **told, currencies=[present.profit_and_loss(each, asked, found.period) for each in found.results]
    )


async def tax_statement(db: UnitOfWork, facts: Engine, me: Principal, asked: TaxYearAsk) -> TaxStatementOut:
    """Somebody's account of a tax year, up to now where it is not over. Raises what `account` raises."""
    scope = await scope_of(db, me, asked)
    year = _until(tax_year(asked.year, asked.month_and_day, asked.zone), clock.now())
    told = await _about(db, asked, year)
    found = await account(facts, scope, year, asked, booking=BOOKING)
    return TaxStatementOut(
        **told,
        currencies=[present.profit_and_loss(each, asked, found.period) for each in found.results],
        disposals=await asyncio.to_thread(_disposals, found),
    )


def _disposals(found: Account) -> list[DisposalOut]:
    return [present.disposal(each) for each in disposals(found.positions, found.period)]


async def _about(db: UnitOfWork, asked: MoneyAsk, period: Period) -> dict[str, Any]:
    """What an answer says of itself. It is asked before the facts are: what comes meanwhile is not promised."""
    shown = await about(db, until=period.until, explain=present.explain(asked, period))
    return {**shown, **present.of_period(asked, period)}


def period_of(asked: ReturnsAsk) -> Period:
    """The period that is asked for, up to now. Raises TimeEmpty."""
    now = clock.now()
    return _until(Period(asked.since, asked.until or now), now)


def _until(period: Period, now: datetime) -> Period:
    until = min(period.until, now)
    if period.since is not None and period.since >= until:
        raise TimeEmpty
    return Period(period.since, until)


async def account(
    facts: Engine, scope: Scope, period: Period, asked: MoneyAsk, *, booking: timedelta = timedelta()
) -> Account:
    """Follows every animal of a scope to the end of a period, and what was booked so long after it.

    Raises TooManyLines, RateMissing, QueryTooCostly; Unavailable where facts cannot be read.
    """
    if scope.whose == "platform":
        return Account(period, (), await platform.results(facts, scope, period))
    lines, turns, before, after = await asyncio.gather(
        queries.lines(facts, scope, period.until + booking),
        queries.turns(facts, scope, period.until + booking),
        _values(facts, scope, period.since, asked),
        _values(facts, scope, period.until, asked),
    )
    return await asyncio.to_thread(_account, lines, turns, before, after, period, asked)


def _account(
    lines: list[Line], turns: list[Turn], before: Values, after: Values, period: Period, asked: MoneyAsk
) -> Account:
    """Takes a while where there are many: not for the event loop."""
    found = positions(_converted(lines, asked), turns)
    return Account(period, found, results(found, period, values_before=before, values_after=after))


def _converted(lines: list[Line], asked: MoneyAsk) -> list[Line]:
    into = asked.into
    if into is None:
        return lines
    return _at_given_rates(lambda: exchange.converted(lines, into, asked.rates, asked.zone))


async def _values(facts: Engine, scope: Scope, at: datetime | None, asked: MoneyAsk) -> Values:
    if at is None:
        return {}
    values = await queries.values(facts, scope, at)
    into = asked.into
    if into is None:
        return values
    told = _at_given_rates(lambda: exchange.converted(values.values(), into, asked.rates, asked.zone, on=at))
    return dict(zip(values, told, strict=True))


def _at_given_rates(convert: Callable[[], list[exchange.Dated]]) -> list[exchange.Dated]:
    try:
        return convert()
    except exchange.RateMissing as error:
        currency, day = error.args
        raise RateMissing(currency=currency, day=day) from error
