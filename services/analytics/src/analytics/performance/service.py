"""How animals do beside those that are like them."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import encode
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.engine import Engine, Row
from analytics.figures.errors import TimeEmpty
from analytics.figures.links import link
from analytics.figures.service import about
from analytics.performance import queries
from analytics.performance.cohorts import SMALLEST, Spread, place, share, spread
from analytics.performance.schemas import (
    AnimalPerformance,
    CohortOut,
    HealthOut,
    MeasureOut,
    PerformanceAsk,
    PerformanceOut,
    SpreadOut,
)
from analytics.scopes.service import NIL, scope_of

_EXPLAIN = "/api/v1/analytics/livestock/explain"

USUAL = timedelta(days=90)


async def performance(db: UnitOfWork, facts: Engine, me: Principal, asked: PerformanceAsk) -> PerformanceOut:
    """A page of animals with how they did. Raises LivestockNotFound, Forbidden, TimeEmpty, InvalidCursor."""
    scope = await scope_of(db, me, asked)
    since, until = time_of(asked)
    told = await about(db, until=until, explain=_rows(asked, since, until))
    after = asked.paging.after(UUID) or (NIL,)
    found = await queries.page(facts, scope, since=since, until=until, after=after[0], most=asked.limit + 1)
    rows = found[: asked.limit]
    shown = [row["livestock_id"] for row in rows]
    times = {"since": since, "until": until}
    cohorts = await queries.cohorts(facts, shown, **times, within_farm=asked.within_farm) if shown else {}
    return PerformanceOut(
        **told,
        since=since,
        until=until,
        smallest_cohort=SMALLEST,
        items=[_animal(row, cohorts.get(_cohort(row, asked.within_farm))) for row in rows],
        next_cursor=encode(shown[-1]) if len(found) > asked.limit else None,
    )


def time_of(asked: PerformanceAsk) -> tuple[datetime, datetime]:
    """The time that is asked for, up to now. Raises TimeEmpty."""
    until = min(asked.until or clock.now(), clock.now())
    since = asked.since or until - USUAL
    if since >= until:
        raise TimeEmpty
    return since, until


def _rows(asked: PerformanceAsk, since: datetime, until: datetime) -> str:
    whose = {name: getattr(asked, name) for name in ("scope", "farm_id", "livestock_id")}
    return link(_EXPLAIN, **whose, since=since, until=until)


def _cohort(row: Row, within_farm: bool) -> queries.Cohort:
    return row["type_id"], row["breed_id"], row["age_months"], row["farm_id"] if within_farm else NIL


def _animal(row: Row, cohort: Row | None) -> AnimalPerformance:
    weighed = row["weighings"] > 0
    gain = _rounded(row["daily_gain"]) if weighed else None
    conversion = _rounded(row["conversion"]) if weighed and row["fed_kg"] else None
    return AnimalPerformance(
        livestock_id=row["livestock_id"],
        weighings=row["weighings"],
        daily_gain_kg=_measure(gain, spread(cohort["weighed"], cohort["gains"]) if cohort else None),
        fed_kg=row["fed_kg"] if weighed else None,
        meals_of_unknown_kg=row["fed_unknown"],
        feed_conversion=_measure(conversion, spread(cohort["fed"], cohort["conversions"]) if cohort else None),
        health=HealthOut(**{name: row[name] for name in HealthOut.model_fields}),
        died_at=row["died_at"] if row["died_at"].year > 1970 else None,
        cohort=_told(row, cohort),
    )


def _told(row: Row, cohort: Row | None) -> CohortOut:
    animals = cohort["animals"] if cohort else 0
    return CohortOut(
        type_name=row["type_name"],
        breed_name=row["breed_name"],
        age_months=row["age_months"],
        farm_id=None if cohort is None or cohort["farm"] == NIL else cohort["farm"],
        animals=animals if animals >= SMALLEST else None,
        mortality=share(cohort["died"], animals) if cohort else None,
        treated=share(cohort["treated"], animals) if cohort else None,
    )


def _measure(value: Decimal | None, among: Spread | None) -> MeasureOut:
    cohort = SpreadOut(**vars(among)) if among else None
    return MeasureOut(value=value, cohort=cohort, place=place(value, among))


def _rounded(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(repr(value)).quantize(Decimal("0.001"))
