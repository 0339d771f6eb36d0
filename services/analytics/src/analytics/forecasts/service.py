"""Forecasts: what is said, what is kept of it, and what became of it."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.context import Context
from amigok_chassis.due import announce
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_herd import LivestockNotFound
from analytics.engine import Engine, engine_of
from analytics.figures.service import about
from analytics.forecasts import calibration, queries, ranges
from analytics.forecasts.errors import AnimalGone, ForecastNotFound, NothingToStartFrom, TooFewCases
from analytics.forecasts.models import Forecast
from analytics.forecasts.schemas import (
    RULE,
    CalibrationOut,
    CalibrationsOut,
    CaseOut,
    CasesOut,
    ForecastOut,
    KgRange,
    MoneyRange,
    Said,
)
from analytics.scopes.service import require_seen

_YEAR = timedelta(days=365)


async def forecast(context: Context, me: Principal, livestock_id: UUID, *, days: int) -> ForecastOut:
    """What may become of an animal. What is said first on a day is kept, and said for the rest of it.

    Raises LivestockNotFound, AnimalGone, NothingToStartFrom, TooFewCases.
    """
    now = clock.now()
    async with context.db.reader() as db:
        animal = await require_seen(db, me, livestock_id)
        if animal.gone is not None:
            raise AnimalGone
        row = await _said(db, livestock_id, days, now)
    row = row or await _say(context, livestock_id, days, now)
    async with context.db.reader() as db:
        shown = await about(db, until=row.made_at, explain=f"/api/v1/analytics/forecasts/{row.id}/cases")
        return ForecastOut.model_validate({**shown, **row.told, "calibration": await _calibration(db, days)})


async def cases(db: UnitOfWork, me: Principal, forecast_id: UUID) -> CasesOut:
    """What a forecast was made of. Raises ForecastNotFound, also where the animal is not theirs to see."""
    row = await db.get(Forecast, forecast_id)
    if row is None:
        raise ForecastNotFound
    try:
        await require_seen(db, me, row.livestock_id)
    except LivestockNotFound as error:
        raise ForecastNotFound from error
    currency = row.told["value_now"]["currency"]
    items = [CaseOut(gain_kg=gain, cost=Money.of_minor(cost, currency)) for gain, cost in row.cases]
    return CasesOut(forecast_id=row.id, made_at=row.made_at, items=items)


async def calibrations(db: UnitOfWork) -> CalibrationsOut:
    """How forecasts did, by how far ahead they looked."""
    days = (await db.scalars(select(Forecast.days).distinct().order_by(Forecast.days))).all()
    return CalibrationsOut(items=[await _calibration(db, each) for each in days])


async def settle(context: Context, forecast_id: UUID) -> None:
    """Notes what became of a forecast, as soon as it is known; otherwise looks again on the next day."""
    async with context.db.unit_of_work() as db:
        row = await db.get_one(Forecast, forecast_id)
    facts, now = engine_of(context), clock.now()
    known = calibration.outcome(
        await queries.weighings(facts, row.livestock_id),
        due_at=row.ends_at,
        low=row.low_kg,
        high=row.high_kg,
        died_at=await queries.died_at(facts, row.livestock_id),
        now=now,
    )
    async with context.db.unit_of_work() as db:
        row = await db.get_one(Forecast, forecast_id, with_for_update=True)
        if known is None:
            row.make_due(now + timedelta(days=1))
        else:
            row.outcome, row.measured_kg = known


async def _said(db: UnitOfWork, livestock_id: UUID, days: int, now: datetime) -> Forecast | None:
    of_today = Forecast.livestock_id == livestock_id, Forecast.made_on == now.date(), Forecast.days == days
    found: Forecast | None = await db.scalar(select(Forecast).where(*of_today))
    return found


async def _say(context: Context, livestock_id: UUID, days: int, now: datetime) -> Forecast:
    facts = engine_of(context)
    present = await queries.present(facts, livestock_id, now)
    if present is None:
        raise NothingToStartFrom
    fee = await queries.usual_fee(facts, present.currency, now - _YEAR)
    start = ranges.Start(present.weight_kg, Decimal(present.minor) / present.weight_kg, fee)
    found = await _cases(facts, livestock_id, present, timedelta(days=days), now)
    try:
        said = _told(livestock_id, ranges.forecast(found, start), start, present, days=days, now=now)
    except ranges.TooFew as error:
        raise TooFewCases(needed=error.args[0], found=error.args[1]) from error
    async with context.db.unit_of_work() as db:
        return await _keep(db, said, found)


async def _cases(
    facts: Engine, livestock_id: UUID, present: queries.Now, horizon: timedelta, now: datetime
) -> list[ranges.Case]:
    """What became of animals that were like it, from the smallest gain to the largest."""
    pasts = await queries.alike(facts, livestock_id, present)
    return await asyncio.to_thread(_known, pasts, present.weight_kg, horizon, now)


def _known(pasts: Sequence[ranges.Past], weight_kg: Decimal, horizon: timedelta, now: datetime) -> list[ranges.Case]:
    """Takes a while where there are many: not for the event loop."""
    found = [ranges.case(past, weight_kg=weight_kg, horizon=horizon, now=now) for past in pasts]
    known = [each for each in found if each is not None]
    return sorted(known, key=lambda each: (each.gain_kg is not None, each.gain_kg or 0, each.cost))


def _told(
    livestock_id: UUID, found: ranges.Forecast, start: ranges.Start, present: queries.Now, *, days: int, now: datetime
) -> Said:
    currency = present.currency
    return Said(
        livestock_id=livestock_id,
        made_at=now,
        ends_at=now + timedelta(days=days),
        days=days,
        cases=found.cases,
        died=found.died,
        mortality=(Decimal(found.died) / Decimal(found.cases)).quantize(Decimal("0.0001")),
        weight_now_kg=start.weight_kg,
        value_now=Money.of_minor(present.minor, currency),
        sale_fee=start.fee,
        weight_kg=KgRange.of(found.weight_kg),
        value=MoneyRange.of(found.value, currency),
        costs=MoneyRange.of(found.costs, currency),
        result=MoneyRange.of(found.result, currency),
        rule=RULE,
    )


async def _keep(db: UnitOfWork, said: Said, found: Sequence[ranges.Case]) -> Forecast:
    """Keeps what is said; who was first on a day counts."""
    row = {
        "id": new_id(),
        **{name: getattr(said, name) for name in ("livestock_id", "days", "made_at", "ends_at", "mortality")},
        "made_on": said.made_at.date(),
        "low_kg": said.weight_kg.p10,
        "high_kg": said.weight_kg.p90,
        "told": said.model_dump(mode="json"),
        "cases": [[None if each.gain_kg is None else str(each.gain_kg), each.cost] for each in found],
        "attempts": 0,
        "due_at": said.ends_at + timedelta(days=1),
    }
    await db.execute(insert(Forecast).values(row).on_conflict_do_nothing())
    announce(db, Forecast)
    kept = await _said(db, said.livestock_id, said.days, said.made_at)
    assert kept is not None
    return kept


async def _calibration(db: UnitOfWork, days: int) -> CalibrationOut:
    """Of forecasts whose time is over; nobody chooses which of them count."""
    known = Forecast.days == days, Forecast.outcome.is_not(None)
    counted = await db.execute(select(Forecast.outcome, func.count()).where(*known).group_by(Forecast.outcome))
    expected = await db.scalar(select(func.sum(Forecast.mortality)).where(*known))
    found = calibration.calibration({row[0]: row[1] for row in counted}, Decimal(expected or 0))
    return CalibrationOut(days=days, **vars(found))
