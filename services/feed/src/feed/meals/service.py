"""Records what was fed: in one transaction, any number of logs with a few statements."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, Uuid, case, column, func, insert, literal, select, text
from sqlalchemy.orm import aliased

from amigok_chassis.ids import new_id
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from feed.animals.models import Animal, Ownership
from feed.farms.models import Farm
from feed.meals import corrections
from feed.meals.matching import NEAR, Known, Log, charge, match
from feed.meals.models import Meal
from feed.periods.calendar import local, zone
from feed.periods.models import Period

Outcome = Literal["recorded", "corrected", "unplanned", "repeated", "unknown_animal"]


@dataclass(frozen=True)
class Verdict:
    """What became of a log.

    `recorded`: its meal counts. `corrected`: its period was settled, and the owner pays or gets the difference.
    `unplanned`: there was no such meal, so it is kept as one that costs nothing. `repeated`: nothing changed.
    `unknown_animal`: nothing is known of the animal, and nothing was kept.
    """

    log_id: UUID
    outcome: Outcome
    meal_id: UUID | None = None


@dataclass(frozen=True)
class _Entry:
    """A log with the meal that it is about."""

    log: Log
    meal: Known

    @property
    def charged_minor(self) -> int:
        meal, log = self.meal, self.log
        return charge(log.kind, price_minor=meal.price_minor, ration_kg=meal.ration_kg, kg=log.kg)

    @property
    def changes_nothing(self) -> bool:
        return (self.meal.log_id, self.meal.state, self.meal.fed_kg) == (self.log.id, self.log.kind, self.log.kg)


@dataclass(frozen=True)
class Found:
    """What logs are about: farm and time zone of each animal that is known, and the meals by the logs' ids."""

    farms: dict[UUID, tuple[UUID, str]]
    meals: dict[UUID, Known]


async def find(db: UnitOfWork, logs: Sequence[Log]) -> Found:
    """Finds what logs are about, for who has to look before recording. Locks the periods, then the meals."""
    farms = await _farms(db, {log.livestock_id for log in logs})
    known = [log for log in logs if log.livestock_id in farms]
    return Found(farms, match(known, await _candidates(db, known)))


async def record(db: UnitOfWork, logs: Sequence[Log], found: Found | None = None) -> list[Verdict]:
    """Records logs, each with its own id, and returns a verdict for each, in their order. They may be late.

    A log of an open period counts for what is paid at its end. One of a settled period makes a correction. What nobody
    had planned, and whatever is fed without a subscription, costs nothing. Recording a log again has no further effect;
    another log of the same meal replaces the first. Locks the periods, then the meals.
    """
    found = found or await find(db, logs)
    farms, matched = found.farms, found.meals
    known = [log for log in logs if log.livestock_id in farms]
    entries = [_Entry(log, matched[log.id]) for log in known if log.id in matched]
    fresh = [entry for entry in entries if not entry.changes_nothing]
    settled = [entry for entry in fresh if entry.meal.is_settled]
    await _write(db, fresh)
    corrections.make(
        db, [corrections.Change(each.log.id, each.meal, each.log.kind, each.charged_minor) for each in settled]
    )
    added = await _add(db, [log for log in known if log.id not in matched], farms)
    told = {each.log.id: Verdict(each.log.id, "repeated", each.meal.id) for each in entries}
    told |= {each.log.id: Verdict(each.log.id, "recorded", each.meal.id) for each in fresh}
    told |= {each.log.id: Verdict(each.log.id, "corrected", each.meal.id) for each in settled}
    told |= {log_id: Verdict(log_id, "unplanned", meal_id) for log_id, meal_id in added.items()}
    return [told.get(log.id) or Verdict(log.id, "unknown_animal") for log in logs]


async def _farms(db: UnitOfWork, animals: Collection[UUID]) -> dict[UUID, tuple[UUID, str]]:
    """The farm of each animal that is known, and its time zone."""
    query = select(Animal.id, Animal.farm_id, func.coalesce(Farm.time_zone, "UTC"))
    query = query.join(Farm, Farm.id == Animal.farm_id, isouter=True)
    rows = await db.execute(query.where(among(Animal.id, animals), Animal.farm_id.is_not(None)))
    return {id: (farm_id, time_zone) for id, farm_id, time_zone in rows if farm_id is not None}


async def _candidates(db: UnitOfWork, logs: Sequence[Log]) -> list[Known]:
    """The meals that logs may be about, locked after their periods, so that none is settled meanwhile."""
    locked: set[UUID] = set()
    while logs:
        found = await db.scalars(_near(logs).with_only_columns(Meal.period_id).distinct())
        periods = {period_id for period_id in found if period_id is not None}
        if periods <= locked:
            break
        ordered = select(Period.id).where(among(Period.id, periods)).order_by(Period.id)
        await db.execute(ordered.with_for_update(read=True))
        locked |= periods
    if not logs:
        return []
    rows = await db.execute(_near(logs).order_by(Meal.id).with_for_update(of=Meal))
    return [Known(**row) for row in rows.mappings()]


_NEAR = text("""
    SELECT unnest(CAST(:meals AS uuid[])) AS id UNION
    SELECT near.id
    FROM unnest(CAST(:animals AS uuid[]), CAST(:times AS timestamptz[])) AS log (livestock_id, at)
    JOIN meals AS near ON near.livestock_id = log.livestock_id
        AND near.due_at BETWEEN log.at - CAST(:near AS interval) AND log.at + CAST(:near AS interval)
""")


def _near(logs: Sequence[Log]) -> Select[Any]:
    """The meals that logs name, and those around the logs that name none."""
    nameless = [log for log in logs if log.meal_id is None]
    wanted = _NEAR.bindparams(
        meals=[log.meal_id for log in logs if log.meal_id is not None],
        animals=[log.livestock_id for log in nameless],
        times=[log.at for log in nameless],
        near=NEAR,
    ).columns(column("id", Uuid))
    closed_early = case((Period.close_reason != "end", Period.closed_at), else_=None)
    until = func.least(closed_early, _lost_at())
    is_settled = func.coalesce(Period.state.in_(corrections.SETTLED), literal(False))
    query = select(*corrections.KNOWN, until.label("until"), is_settled.label("is_settled"))
    return query.join(Period, Period.id == Meal.period_id, isouter=True).where(Meal.id.in_(wanted))


def _lost_at() -> ScalarSelect[Any]:
    """When somebody else came to own the animal of a period: what it ate from then on is not its owner's to pay.

    That can be before the period began, where a sale was heard of late.
    """
    own, other = aliased(Ownership), aliased(Ownership)
    bought_at = select(func.max(own.began_at)).where(
        own.livestock_id == Period.livestock_id, own.owner_id == Period.owner_id, own.began_at <= Period.starts_at
    )
    since = func.coalesce(bought_at.correlate(Period).scalar_subquery(), Period.starts_at)
    lost_at = select(func.min(other.began_at)).where(
        other.livestock_id == Period.livestock_id,
        other.owner_id.is_distinct_from(Period.owner_id),
        other.began_at > since,
    )
    return lost_at.correlate(Period).scalar_subquery()


_WRITE = text("""
    UPDATE meals SET state = log.kind, fed_at = log.at, fed_kg = log.kg, reason = log.reason, log_id = log.id,
        logged_by = log.by, charged_minor = log.charged_minor,
        owner_id = CASE WHEN period_id IS NULL THEN owned.owner_id ELSE meals.owner_id END
    FROM unnest(
        CAST(:meals AS uuid[]), CAST(:ids AS uuid[]), CAST(:kinds AS text[]), CAST(:times AS timestamptz[]),
        CAST(:kgs AS numeric[]), CAST(:reasons AS text[]), CAST(:by AS uuid[]), CAST(:charged AS bigint[]),
        CAST(:animals AS uuid[])
    ) AS log (meal_id, id, kind, at, kg, reason, by, charged_minor, livestock_id)
    LEFT JOIN LATERAL (
        SELECT owner_id FROM ownerships WHERE livestock_id = log.livestock_id AND began_at <= log.at
        ORDER BY version DESC LIMIT 1
    ) AS owned ON true
    WHERE meals.id = log.meal_id
""")


async def _write(db: UnitOfWork, entries: Sequence[_Entry]) -> None:
    if entries:
        logs = [each.log for each in entries]
        arguments = _columns(logs) | {
            "meals": [each.meal.id for each in entries],
            "charged": [each.charged_minor for each in entries],
        }
        await db.execute(_WRITE, arguments)


async def _add(db: UnitOfWork, logs: Sequence[Log], farms: dict[UUID, tuple[UUID, str]]) -> dict[UUID, UUID]:
    """Keeps logs without a plan, and returns the ids of their meals by those of the logs."""
    if not logs:
        return {}
    owners = await _owners(db, logs)
    rows = [_unplanned(log, *farms[log.livestock_id], owners.get(log.id)) for log in logs]
    await db.execute(insert(Meal), rows)
    return {row["log_id"]: row["id"] for row in rows}


_OWNERS = text("""
    SELECT log.id, (
        SELECT owner_id FROM ownerships WHERE livestock_id = log.livestock_id AND began_at <= log.at
        ORDER BY version DESC LIMIT 1
    ) AS owner_id
    FROM unnest(CAST(:ids AS uuid[]), CAST(:animals AS uuid[]), CAST(:times AS timestamptz[]))
        AS log (id, livestock_id, at)
""")


async def _owners(db: UnitOfWork, logs: Sequence[Log]) -> dict[UUID, UUID | None]:
    """Who owned the animal of each log at its time."""
    columns = _columns(logs)
    rows = await db.execute(_OWNERS, {name: columns[name] for name in ("ids", "animals", "times")})
    return {row.id: row.owner_id for row in rows}


def _unplanned(log: Log, farm_id: UUID, time_zone: str, owner_id: UUID | None) -> dict[str, Any]:
    return {
        "id": new_id(),
        "livestock_id": log.livestock_id,
        "farm_id": farm_id,
        "owner_id": owner_id,
        "due_at": log.at,
        "local_day": local(log.at, zone(time_zone)).date(),
        "charged_minor": 0,
        "state": log.kind,
        "fed_at": log.at,
        "fed_kg": log.kg,
        "reason": log.reason,
        "log_id": log.id,
        "logged_by": log.by,
    }


def _columns(logs: Sequence[Log]) -> dict[str, list[Any]]:
    kgs: list[Decimal | None] = [log.kg for log in logs]
    return {
        "ids": [log.id for log in logs],
        "animals": [log.livestock_id for log in logs],
        "kinds": [log.kind for log in logs],
        "times": [log.at for log in logs],
        "kgs": kgs,
        "reasons": [log.reason for log in logs],
        "by": [log.by for log in logs],
    }
