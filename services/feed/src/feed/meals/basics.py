"""Plans the basic ration of animals that nobody pays a package for, a day ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from feed.animals.models import Animal
from feed.farms.models import Farm
from feed.packages.models import PackageVersion
from feed.packages.queries import BasicRations, basic_rations
from feed.periods.calendar import Slot, local, planned_on, zone

AHEAD = timedelta(hours=36)
AT_ONCE = 5000
"""So many meals are planned in one run; what is left waits for the next."""


@dataclass(frozen=True)
class _Plan:
    """The meals that animals of a type get on a farm."""

    farm_id: UUID | None
    livestock_type_id: UUID | None
    version: PackageVersion
    slots: Sequence[Slot]


async def plan_basic_rations(db: UnitOfWork) -> int:
    """Plans what animals without a running period get within 36 hours, and takes off what they no longer need.

    Returns how many meals it planned. Repeating it plans nothing twice.
    """
    now = clock.now()
    await db.execute(_TAKE_OFF, {"now": now})
    plans = await _plans(db, await basic_rations(db, now), now)
    rows = (await db.execute(_MISSING, _columns(plans))).mappings().all() if plans else []
    if rows:
        await db.execute(_ADD, [{"id": new_id(), **row} for row in rows])
    return len(rows)


async def give_way(db: UnitOfWork, periods: Sequence[UUID]) -> None:
    """Takes off the basic ration of animals from the start of these periods on, so that no meal is planned twice."""
    await db.execute(_GIVE_WAY, {"periods": list(periods)})


async def follow(db: UnitOfWork, livestock_id: UUID, *, since: datetime) -> None:
    """Has the basic ration that is planned since then follow its animal: to its owner, and not to where it is no more.

    The animal is locked. On another farm its ration is planned anew.
    """
    await db.execute(_FOLLOW, {"animal": livestock_id, "since": since})


async def _plans(db: UnitOfWork, basics: BasicRations, now: datetime) -> list[_Plan]:
    pairs = select(Animal.farm_id, Animal.livestock_type_id, Farm.time_zone).join(Farm, Farm.id == Animal.farm_id)
    found = []
    for farm_id, livestock_type_id, time_zone in await db.execute(pairs.where(Animal.gone.is_(None)).distinct()):
        version = basics.of(livestock_type_id, farm_id)
        if version is not None:
            found.append(_Plan(farm_id, livestock_type_id, version, _slots(version, time_zone, now)))
    return found


def _slots(version: PackageVersion, time_zone: str, now: datetime) -> list[Slot]:
    tz = zone(time_zone)
    today = local(now, tz).date()
    days = (today + timedelta(days=number) for number in range(3))
    slots = (slot for day in days for slot in planned_on(day, version.meal_times, tz))
    return [slot for slot in slots if now <= slot.due_at <= now + AHEAD]


def _columns(plans: Sequence[_Plan]) -> dict[str, Any]:
    each = [(plan, slot) for plan in plans for slot in plan.slots]
    return {
        "most": AT_ONCE,
        "farms": [plan.farm_id for plan, _ in each],
        "types": [plan.livestock_type_id for plan, _ in each],
        "versions": [plan.version.id for plan, _ in each],
        "times": [slot.due_at for _, slot in each],
        "days": [slot.local_day for _, slot in each],
        "kgs": [plan.version.meal_kg(None) for plan, _ in each],
        "percents": [plan.version.ration_percent for plan, _ in each],
        "counts": [len(plan.version.meal_times) for plan, _ in each],
    }


_RUNNING = """EXISTS (
    SELECT FROM periods JOIN subscriptions ON subscriptions.id = subscription_id
    WHERE subscriptions.livestock_id = {animal} AND subscriptions.state IN ('active', 'unpaid')
        AND closed_at IS NULL AND periods.state IN ('asked', 'open')
        AND (kind = 'welfare' OR subscriptions.state = 'active')
)"""

_TAKE_OFF = text(f"""
    UPDATE meals SET state = 'void'
    WHERE state = 'planned' AND due_at >= :now AND period_id IS NULL AND {_RUNNING.format(animal="meals.livestock_id")}
""")

_GIVE_WAY = text("""
    UPDATE meals SET state = 'void' WHERE id IN (
        SELECT meals.id FROM meals JOIN periods ON periods.livestock_id = meals.livestock_id
        WHERE periods.id = ANY(:periods) AND meals.state = 'planned' AND period_id IS NULL AND due_at >= starts_at
        ORDER BY meals.id FOR UPDATE OF meals
    )
""")

_FOLLOW = text("""
    UPDATE meals SET owner_id = animals.owner_id,
        state = CASE WHEN gone IS NOT NULL OR animals.farm_id <> meals.farm_id THEN 'void' ELSE meals.state END
    FROM animals WHERE animals.id = livestock_id AND meals.id IN (
        SELECT id FROM meals
        WHERE livestock_id = :animal AND state = 'planned' AND period_id IS NULL AND due_at >= :since
        ORDER BY id FOR UPDATE
    )
""")

_MISSING = text(f"""
    SELECT animals.id AS livestock_id, animals.farm_id, owner_id, version_id AS package_version_id, due_at, local_day,
        coalesce(kg, round(weight_kg * percent / 100 / meals_a_day, 3)) AS ration_kg
    FROM unnest(CAST(:farms AS uuid[]), CAST(:types AS uuid[]), CAST(:versions AS uuid[]),
        CAST(:times AS timestamptz[]), CAST(:days AS date[]), CAST(:kgs AS numeric[]), CAST(:percents AS numeric[]),
        CAST(:counts AS int[])) AS plan (farm_id, type_id, version_id, due_at, local_day, kg, percent, meals_a_day)
    JOIN animals ON animals.farm_id = plan.farm_id AND livestock_type_id = type_id AND gone IS NULL
    WHERE NOT EXISTS (
        SELECT FROM meals WHERE meals.livestock_id = animals.id AND meals.due_at = plan.due_at AND state <> 'void'
    ) AND NOT {_RUNNING.format(animal="animals.id")}
    LIMIT :most
""")

_ADD = text("""
    INSERT INTO meals (id, livestock_id, farm_id, owner_id, package_version_id, due_at, local_day, charged_minor,
        ration_kg, state)
    VALUES (:id, :livestock_id, :farm_id, :owner_id, :package_version_id, :due_at, :local_day, 0, :ration_kg, 'planned')
""")
