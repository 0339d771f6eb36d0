"""Weights of animals. Entries are never edited; the animal weighs what was measured last.

Whoever records a weight holds the lock of the animal's row, so entries come one after the other.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import ARRAY, Uuid, func, literal, select, true

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockWeighed
from amigok_contracts.farm_weighings import WeighingRecorded
from farm.livestock.errors import LivestockGone
from farm.livestock.locks import lock_animal
from farm.livestock.models import Livestock
from farm.livestock.queries import require_disclosed
from farm.ownership import service as ownership
from farm.pedigree.rules import LONGEST_LIFE
from farm.staff import service as staff
from farm.staff.errors import refuse_doubtful
from farm.staff.roles import FARM_PEOPLE
from farm.weights import doubts, gain
from farm.weights.errors import UnknownWeighing, WeighedBeforeBirth, WeighedInFuture, WeighingExists, WeighingSuperseded
from farm.weights.models import Weighing, standing
from farm.weights.schemas import Estimate, WeighingIn, WeighingOut, Weights

log = structlog.get_logger()

CLOCKS_DIFFER = timedelta(minutes=1)
"""How far the clock of a scale may be ahead of ours."""


async def record(db: UnitOfWork, livestock_id: UUID, entry: WeighingIn, *, by: Principal) -> WeighingOut:
    """Records a weight.

    Raises LivestockNotFound, Forbidden, OwnAnimal, LivestockGone, WeighedInFuture, WeighedBeforeBirth, UnknownWeighing,
    WeighingSuperseded, WeighingExists; SecondPersonNeeded if it is unlikely, late or a correction.
    """
    now = clock.now()
    animal = await admit(db, livestock_id, entry, by=by)
    weight = gain.Weight(measured(animal, entry.measured_at or now, now=now), entry.weight_kg)
    if entry.supersedes_id is not None:
        await _superseded(db, livestock_id, entry.supersedes_id)
    refuse_doubtful(await doubts.find(db, animal, weight, supersedes_id=entry.supersedes_id))
    return await store(db, livestock_id, entry, by=by.id)


async def admit(db: UnitOfWork, livestock_id: UUID, entry: WeighingIn, *, by: Principal) -> Livestock:
    """Returns the animal, locked, if this person may record what it weighed then.

    Raises LivestockNotFound, Forbidden, OwnAnimal, LivestockGone.
    """
    animal = await lock_animal(db, livestock_id)
    await staff.require(db, by, animal.farm_id)
    await ownership.require_others(db, livestock_id, by.id, since=await about(db, entry))
    if animal.is_gone:
        raise LivestockGone
    return animal


async def about(db: UnitOfWork, entry: WeighingIn) -> datetime:
    """Returns the earliest moment that an entry states a weight for or corrects one of."""
    at = entry.measured_at or clock.now()
    corrected = await db.get(Weighing, entry.supersedes_id) if entry.supersedes_id is not None else None
    return at if corrected is None else min(at, corrected.measured_at)


async def store(db: UnitOfWork, livestock_id: UUID, entry: WeighingIn, *, by: UUID) -> WeighingOut:
    """Stores a weight despite any doubts, and supersedes the one that it corrects.

    Raises LivestockNotFound, LivestockGone, WeighedInFuture, WeighedBeforeBirth, UnknownWeighing, WeighingSuperseded,
    WeighingExists.
    """
    animal = await lock_animal(db, livestock_id)
    if animal.is_gone:
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
    await _update_animal(db, animal, weighing)
    after = {"weighing_id": weighing.id, "measured_kg": weighing.weight_kg} | audit.picture(animal, "weight_kg")
    audit.record(db, "livestock.weighed", subject_id=livestock_id, before=before, after=after)
    emit(db, WeighingRecorded(weighing_id=weighing.id, livestock_id=livestock_id, recorded_by=by))
    return WeighingOut.model_validate(weighing)


async def get_entry(db: UnitOfWork, weighing_id: UUID) -> WeighingOut:
    """Returns an entry that exists."""
    return WeighingOut.model_validate(await db.get_one(Weighing, weighing_id))


async def history(db: UnitOfWork, paging: Paging, livestock_id: UUID, *, viewer: Principal) -> Weights:
    """Returns what an animal weighed and how it grows, for its owner and the farm's people.

    Raises LivestockNotFound, Forbidden.
    """
    await require_disclosed(db, livestock_id, viewer=viewer)
    query = select(Weighing).where(Weighing.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[Weighing.measured_at, Weighing.id])
    items = [WeighingOut.model_validate(row) for row in rows]
    if viewer.role not in FARM_PEOPLE:
        items = [item.model_copy(update={"recorded_by": None}) for item in items]
    grown = (await growths(db, [livestock_id]))[livestock_id]
    estimate = _estimate(grown, now=clock.now())
    return Weights(items=items, next_cursor=cursor, daily_gain_kg=grown.daily_gain, estimate=estimate)


def measured(animal: Livestock, at: datetime, *, now: datetime) -> datetime:
    """Returns the time of a weight, at most now. Raises WeighedInFuture, WeighedBeforeBirth."""
    if at > now + CLOCKS_DIFFER:
        raise WeighedInFuture
    born = animal.date_of_birth or (animal.registered_at - LONGEST_LIFE).date()
    if at.date() < born:
        raise WeighedBeforeBirth
    return min(at, now)


async def _superseded(db: UnitOfWork, livestock_id: UUID, weighing_id: UUID) -> Weighing:
    """Returns the entry that is corrected. Raises UnknownWeighing, WeighingSuperseded."""
    corrected = await db.get(Weighing, weighing_id, populate_existing=True)
    if corrected is None or corrected.livestock_id != livestock_id:
        raise UnknownWeighing
    if corrected.superseded_at is not None:
        raise WeighingSuperseded
    return corrected


async def _update_animal(db: UnitOfWork, animal: Livestock, weighing: Weighing) -> None:
    """Gives the animal the weight that was measured last, and publishes it."""
    grown = (await growths(db, [animal.id]))[animal.id]
    animal.weight_kg = grown.latest.kg
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
            weighed_at=grown.latest.at,
            daily_gain_kg=grown.daily_gain,
            supersedes_id=weighing.supersedes_id,
        ),
    )
    log.info("livestock.weighed", livestock_id=str(animal.id), weighing_id=str(weighing.id))


async def growths(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> dict[UUID, gain.Growth]:
    """Returns what each of these animals weighed last, and how it grew in the 90 days before that."""
    each = select(func.unnest(literal(livestock_ids, ARRAY(Uuid))).label("id")).subquery("each")
    weights = select(Weighing.measured_at.label("at"), Weighing.weight_kg.label("kg")).where(
        Weighing.livestock_id == each.c.id, Weighing.superseded_at.is_(None)
    )
    latest = weights.order_by(Weighing.measured_at.desc()).limit(1).lateral("latest")
    window = Weighing.measured_at.between(latest.c.at - gain.WINDOW, latest.c.at)
    first = weights.where(window).order_by(Weighing.measured_at).limit(1).lateral("first")
    columns = (each.c.id, first.c.at, first.c.kg, latest.c.at, latest.c.kg)
    rows = await db.execute(select(*columns).select_from(each).join(latest, true()).join(first, true()))
    return {livestock_id: _growth(gain.Weight(*row[:2]), gain.Weight(*row[2:])) for livestock_id, *row in rows}


def _growth(first: gain.Weight, latest: gain.Weight) -> gain.Growth:
    return gain.Growth(latest, gain.daily_gain(first, latest))


def _estimate(grown: gain.Growth, *, now: datetime) -> Estimate | None:
    weight_kg = gain.estimate(grown.latest, grown.daily_gain, now=now)
    if weight_kg is None:
        return None
    return Estimate(weight_kg=weight_kg, as_of=now, valid_until=grown.latest.at + gain.WINDOW)
