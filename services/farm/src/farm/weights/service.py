"""Weights of animals: entries that are never edited. What was measured last is what the animal weighs.

Whoever enters a weight holds the lock of the animal's row: entries come one after the other.
"""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockWeighed
from farm import livestock, subjects
from farm.errors import LivestockGone
from farm.machine import FARM_PEOPLE
from farm.models import TRANSITIONS, Livestock
from farm.ownership import service as ownership
from farm.pedigree.rules import LONGEST_LIFE
from farm.staff import service as staff
from farm.weights import doubts, gain
from farm.weights.errors import (
    UnknownWeighing,
    WeighedBeforeBirth,
    WeighedInFuture,
    WeighingExists,
    WeighingSuperseded,
)
from farm.weights.models import Weighing, standing, weight_of
from farm.weights.schemas import Estimate, WeighingIn, WeighingOut, Weights

log = structlog.get_logger()

CLOCKS_DIFFER = timedelta(minutes=1)
"""A scale may be ahead of us by so much."""


async def record(db: UnitOfWork, livestock_id: UUID, entry: WeighingIn, *, by: Principal) -> WeighingOut:
    """Enters a weight.

    Raises LivestockNotFound, Forbidden, OwnAnimal, LivestockGone, WeighedInFuture, WeighedBeforeBirth, UnknownWeighing,
    WeighingSuperseded, WeighingExists; SecondPersonNeeded where it is unlikely, late or a correction.
    """
    now = clock.now()
    animal = await admit(db, livestock_id, entry, by=by)
    weight = gain.Weight(measured(animal, entry.measured_at or now, now=now), entry.weight_kg)
    if entry.supersedes_id is not None:
        await _superseded(db, livestock_id, entry.supersedes_id)
    ownership.refuse_doubtful(await doubts.find(db, animal, weight, supersedes_id=entry.supersedes_id))
    return await enter(db, livestock_id, entry, by=by.id)


async def admit(db: UnitOfWork, livestock_id: UUID, entry: WeighingIn, *, by: Principal) -> Livestock:
    """The animal, locked, if this person may say what it weighed then.

    Raises LivestockNotFound, Forbidden, OwnAnimal, LivestockGone.
    """
    animal = await subjects.lock_animal(db, livestock_id)
    await staff.require(db, by, animal.farm_id)
    await ownership.require_others(db, livestock_id, by.id, since=await about(db, entry))
    if not TRANSITIONS[animal.status]:
        raise LivestockGone
    return animal


async def about(db: UnitOfWork, entry: WeighingIn) -> datetime:
    """The earliest moment that an entry says something of, or takes something back of."""
    at = entry.measured_at or clock.now()
    wrong = await db.get(Weighing, entry.supersedes_id) if entry.supersedes_id is not None else None
    return at if wrong is None else min(at, wrong.measured_at)


async def enter(db: UnitOfWork, livestock_id: UUID, entry: WeighingIn, *, by: UUID) -> WeighingOut:
    """Puts a weight on record, whatever speaks against it, in place of the one that it corrects.

    Raises LivestockNotFound, LivestockGone, WeighedInFuture, WeighedBeforeBirth, UnknownWeighing, WeighingSuperseded,
    WeighingExists.
    """
    animal = await subjects.lock_animal(db, livestock_id)
    if not TRANSITIONS[animal.status]:
        raise LivestockGone
    now = clock.now()
    at = measured(animal, entry.measured_at or now, now=now)
    if entry.supersedes_id is not None:
        (await _superseded(db, livestock_id, entry.supersedes_id)).superseded_at = now
        await db.flush()
    if await db.scalar(standing(livestock_id).where(Weighing.measured_at == at)) is not None:
        raise WeighingExists
    weighing = Weighing(
        livestock_id=livestock_id,
        weight_kg=entry.weight_kg,
        measured_at=at,
        recorded_at=now,
        recorded_by=by,
        supersedes_id=entry.supersedes_id,
        reason=entry.reason,
    )
    db.add(weighing)
    await db.flush()
    before = audit.picture(animal, "weight_kg")
    await _take_over(db, animal, weighing)
    told = {"weighing_id": weighing.id, "measured_kg": weighing.weight_kg} | audit.picture(animal, "weight_kg")
    audit.record(db, "livestock.weighed", subject_id=livestock_id, before=before, after=told)
    return WeighingOut.model_validate(weighing)


async def entry(db: UnitOfWork, weighing_id: UUID) -> WeighingOut:
    """An entry that is there."""
    return WeighingOut.model_validate(await db.get_one(Weighing, weighing_id))


async def history(db: UnitOfWork, paging: Paging, livestock_id: UUID, *, viewer: Principal) -> Weights:
    """What an animal weighed, and how it grows, for its owner and the farm's people.

    Raises LivestockNotFound, Forbidden.
    """
    await livestock.disclosed(db, livestock_id, viewer=viewer)
    query = select(Weighing).where(Weighing.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[Weighing.measured_at, Weighing.id])
    items = [WeighingOut.model_validate(row) for row in rows]
    if viewer.role not in FARM_PEOPLE:
        items = [item.model_copy(update={"recorded_by": None}) for item in items]
    daily, estimate = await _growth(db, livestock_id, now=clock.now())
    return Weights(items=items, next_cursor=cursor, daily_gain_kg=daily, estimate=estimate)


def measured(animal: Livestock, at: datetime, *, now: datetime) -> datetime:
    """When that can have been. Raises WeighedInFuture, WeighedBeforeBirth."""
    if at > now + CLOCKS_DIFFER:
        raise WeighedInFuture
    born = animal.date_of_birth or (animal.registered_at - LONGEST_LIFE).date()
    if at.date() < born:
        raise WeighedBeforeBirth
    return min(at, now)


async def _superseded(db: UnitOfWork, livestock_id: UUID, weighing_id: UUID) -> Weighing:
    """The entry that is corrected. Raises UnknownWeighing, WeighingSuperseded."""
    wrong = await db.get(Weighing, weighing_id, populate_existing=True)
    if wrong is None or wrong.livestock_id != livestock_id:
        raise UnknownWeighing
    if wrong.superseded_at is not None:
        raise WeighingSuperseded
    return wrong


async def _take_over(db: UnitOfWork, animal: Livestock, weighing: Weighing) -> None:
    """Gives the animal the weight that was measured last, and says so."""
    latest = await _latest(db, animal.id)
    assert latest is not None
    animal.weight_kg = latest.weight_kg
    animal.version += 1
    emit(
        db,
        LivestockWeighed(
            livestock_id=animal.id,
            weighing_id=weighing.id,
            measured_at=weighing.measured_at,
            measured_kg=weighing.weight_kg,
            weight_kg=animal.weight_kg,
            value=animal.value,
        ),
    )
    log.info("livestock.weighed", livestock_id=str(animal.id), weighing_id=str(weighing.id))


async def _growth(db: UnitOfWork, livestock_id: UUID, *, now: datetime) -> tuple[Decimal | None, Estimate | None]:
    latest = await _latest(db, livestock_id)
    if latest is None:
        return None, None
    window = Weighing.measured_at.between(latest.measured_at - gain.WINDOW, latest.measured_at)
    first = await db.scalar(standing(livestock_id).where(window).order_by(Weighing.measured_at).limit(1))
    daily = gain.daily_gain(weight_of(first or latest), weight_of(latest))
    grown = gain.estimate(weight_of(latest), daily, now=now)
    if grown is None:
        return daily, None
    return daily, Estimate(weight_kg=grown, as_of=now, valid_until=latest.measured_at + gain.WINDOW)


async def _latest(db: UnitOfWork, livestock_id: UUID) -> Weighing | None:
    return await db.scalar(standing(livestock_id).order_by(Weighing.measured_at.desc()).limit(1))
