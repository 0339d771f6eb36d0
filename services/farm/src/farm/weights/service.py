"""Weights of animals: entries that are never edited. What was measured last is what the animal weighs.

Whoever enters a weight holds the lock of the animal's row: entries come one after the other.
"""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

import structlog
from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Paging, paginate
from amigok_contracts.farm import LivestockWeighed
from farm import livestock, subjects
from farm.errors import LivestockGone
from farm.machine import FARM_PEOPLE
from farm.models import TRANSITIONS, Livestock
from farm.pedigree.rules import LONGEST_LIFE
from farm.staff import service as staff
from farm.weights import gain
from farm.weights.errors import (
    ImplausibleWeight,
    UnknownWeighing,
    WeighedBeforeBirth,
    WeighedInFuture,
    WeighingExists,
    WeighingSuperseded,
)
from farm.weights.models import Weighing
from farm.weights.schemas import Estimate, WeighingIn, WeighingOut, Weights

log = structlog.get_logger()

CLOCKS_DIFFER = timedelta(minutes=1)
"""A scale may be ahead of us by so much."""


async def record(db: AsyncSession, livestock_id: UUID, entry: WeighingIn, *, by: Principal) -> WeighingOut:
    """Enters a weight, or corrects an entry.

    Raises LivestockNotFound, Forbidden, LivestockGone, WeighedInFuture, WeighedBeforeBirth, UnknownWeighing,
    WeighingSuperseded, WeighingExists; ImplausibleWeight unless it is confirmed.
    """
    animal = await subjects.lock_animal(db, livestock_id)
    await staff.require(db, by, animal.farm_id)
    if not TRANSITIONS[animal.status]:
        raise LivestockGone
    now = clock.now()
    weight = gain.Weight(_measured(animal, entry.measured_at or now, now=now), entry.weight_kg)
    if entry.supersedes_id is not None:
        await _supersede(db, livestock_id, entry.supersedes_id, now=now)
    await _compare(db, livestock_id, weight, confirmed=entry.confirmed)
    weighing = Weighing(
        livestock_id=livestock_id, weight_kg=weight.kg, measured_at=weight.at, recorded_at=now,
        recorded_by=by.id, supersedes_id=entry.supersedes_id, reason=entry.reason,
    )  # fmt: skip
    db.add(weighing)
    await db.flush()
    before = audit.picture(animal, "weight_kg")
    await _take_over(db, animal, weighing)
    told = {"weighing_id": weighing.id, "measured_kg": weight.kg} | audit.picture(animal, "weight_kg")
    audit.record(db, "livestock.weighed", subject_id=livestock_id, before=before, after=told)
    return WeighingOut.model_validate(weighing)


async def entry(db: AsyncSession, weighing_id: UUID) -> WeighingOut:
    """An entry that is there."""
    return WeighingOut.model_validate(await db.get_one(Weighing, weighing_id))


async def history(db: AsyncSession, paging: Paging, livestock_id: UUID, *, viewer: Principal) -> Weights:
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


def _measured(animal: Livestock, at: datetime, *, now: datetime) -> datetime:
    """When that can have been. Raises WeighedInFuture, WeighedBeforeBirth."""
    if at > now + CLOCKS_DIFFER:
        raise WeighedInFuture
    born = animal.date_of_birth or (animal.registered_at - LONGEST_LIFE).date()
    if at.date() < born:
        raise WeighedBeforeBirth
    return min(at, now)


async def _supersede(db: AsyncSession, livestock_id: UUID, weighing_id: UUID, *, now: datetime) -> None:
    wrong = await db.get(Weighing, weighing_id)
    if wrong is None or wrong.livestock_id != livestock_id:
        raise UnknownWeighing
    if wrong.superseded_at is not None:
        raise WeighingSuperseded
    wrong.superseded_at = now
    await db.flush()


async def _compare(db: AsyncSession, livestock_id: UUID, weight: gain.Weight, *, confirmed: bool) -> None:
    """Against the entries before and after it in time. Raises WeighingExists, ImplausibleWeight."""
    standing, at = _standing(livestock_id), Weighing.measured_at
    before = await db.scalar(standing.where(at <= weight.at).order_by(at.desc()).limit(1))
    after = await db.scalar(standing.where(at > weight.at).order_by(at).limit(1))
    if before is not None and before.measured_at == weight.at:
        raise WeighingExists
    for neighbour in (before, after):
        if neighbour is not None and not confirmed and not gain.possible(_weight(neighbour), weight):
            raise ImplausibleWeight(
                f"It was {neighbour.weight_kg} kg at {neighbour.measured_at:%Y-%m-%d %H:%M} UTC.",
                weight_kg=str(neighbour.weight_kg), measured_at=neighbour.measured_at.isoformat(),
            )  # fmt: skip


async def _take_over(db: AsyncSession, animal: Livestock, weighing: Weighing) -> None:
    """Gives the animal the weight that was measured last, and says so."""
    latest = await _latest(db, animal.id)
    assert latest is not None
    animal.weight_kg = latest.weight_kg
    animal.version += 1
    emit(
        db,
        LivestockWeighed(
            livestock_id=animal.id,
            aggregate_version=animal.version,
            weighing_id=weighing.id,
            measured_at=weighing.measured_at,
            measured_kg=weighing.weight_kg,
            weight_kg=animal.weight_kg,
            value=animal.value,
        ),
    )
    log.info("livestock.weighed", livestock_id=str(animal.id), weighing_id=str(weighing.id))


async def _growth(db: AsyncSession, livestock_id: UUID, *, now: datetime) -> tuple[Decimal | None, Estimate | None]:
    latest = await _latest(db, livestock_id)
    if latest is None:
        return None, None
    window = Weighing.measured_at.between(latest.measured_at - gain.WINDOW, latest.measured_at)
    first = await db.scalar(_standing(livestock_id).where(window).order_by(Weighing.measured_at).limit(1))
    daily = gain.daily_gain(_weight(first or latest), _weight(latest))
    grown = gain.estimate(_weight(latest), daily, now=now)
    if grown is None:
        return daily, None
    return daily, Estimate(weight_kg=grown, as_of=now, valid_until=latest.measured_at + gain.WINDOW)


async def _latest(db: AsyncSession, livestock_id: UUID) -> Weighing | None:
    return await db.scalar(_standing(livestock_id).order_by(Weighing.measured_at.desc()).limit(1))


def _standing(livestock_id: UUID) -> Select[Weighing]:
    """The entries that no other stands for."""
    return select(Weighing).where(Weighing.livestock_id == livestock_id, Weighing.superseded_at.is_(None))


def _weight(weighing: Weighing) -> gain.Weight:
    return gain.Weight(weighing.measured_at, weighing.weight_kg)
