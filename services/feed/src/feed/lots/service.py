"""Deliveries, counts, recalls and differences. Whoever changes stock locks the row of its farm and ingredient first."""

from uuid import UUID

import structlog
from sqlalchemy import exists, select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import OtherFarm, require_farm_people
from feed.farms.models import Farm
from feed.lots import drawing, recalls
from feed.lots.errors import (
    DeliveredInFuture,
    DifferenceExplained,
    DifferenceNotFound,
    LotExists,
    LotNotFound,
    LotRecalled,
    LotTooSmall,
    UnknownFarm,
    UnknownLot,
)
from feed.lots.models import Difference, Draw, Lot, LotCount
from feed.lots.schemas import ExplanationIn, LotCountIn, LotIn, LotOut, LotRecallIn, StockDifferenceOut

log = structlog.get_logger()

KEEPERS = frozenset({"admin"})
"""Who keeps stock on every farm; farm staff do on their own."""


async def deliver(db: UnitOfWork, body: LotIn, *, by: Principal) -> LotOut:
    """Records a delivery. Raises OtherFarm, UnknownFarm, DeliveredInFuture, LotExists."""
    await require_farm_people(db, Farm, by, body.farm_id, everywhere=KEEPERS)
    if not await db.scalar(select(exists().where(Farm.id == body.farm_id))):
        raise UnknownFarm
    now = clock.now()
    if body.delivered_at > now:
        raise DeliveredInFuture
    await drawing.lock(db, {(body.farm_id, body.ingredient)})
    values = body.model_dump(exclude={"kg"}) | {"delivered_kg": body.kg, "left_kg": body.kg}
    added = insert(Lot).values(**values, recorded_by=by.id, recorded_at=now).on_conflict_do_nothing()
    lot = await db.scalar(added.returning(Lot))
    if lot is None:
        raise LotExists
    after = audit.picture(lot, "farm_id", "ingredient", "supplier", "lot_number", "delivered_kg", "expires_on")
    audit.record(db, "feed_lot.delivered", subject_id=lot.id, after=after)
    log.info("feed_lot.delivered", lot_id=str(lot.id))
    return LotOut.model_validate(lot)


async def count(db: UnitOfWork, lot_id: UUID, body: LotCountIn, *, by: Principal) -> LotOut:
    """Sets what is left of a lot to what was counted. Raises LotNotFound."""
    lot = await _locked(db, lot_id, by=by)
    counted = LotCount(
        lot_id=lot.id,
        before_kg=lot.left_kg,
        counted_kg=body.counted_kg,
        reason=body.reason,
        counted_by=by.id,
        counted_at=clock.now(),
    )
    db.add(counted)
    before = audit.picture(lot, "left_kg")
    lot.left_kg = body.counted_kg
    after = audit.picture(lot, "left_kg") | {"count_id": counted.id, "reason": body.reason}
    audit.record(db, "feed_lot.counted", subject_id=lot.id, before=before, after=after)
    return LotOut.model_validate(lot)


async def recall(db: UnitOfWork, lot_id: UUID, body: LotRecallIn, *, by: Principal) -> LotOut:
    """Recalls a lot: nothing is drawn from it any more. Publishes who ate of it. Raises LotNotFound, LotRecalled."""
    lot = await _locked(db, lot_id, by=by)
    if lot.recalled_at is not None:
        raise LotRecalled
    lot.recalled_at, lot.recall_reason = clock.now(), body.reason
    await recalls.publish(db, lot)
    audit.record(db, "feed_lot.recalled", subject_id=lot.id, after={"reason": body.reason})
    log.info("feed_lot.recalled", lot_id=str(lot.id))
    return LotOut.model_validate(lot)


async def explain(db: UnitOfWork, difference_id: UUID, body: ExplanationIn, *, by: Principal) -> StockDifferenceOut:
    """Explains a difference. With a lot, the animals ate of it, and it holds so much less.

    Raises DifferenceNotFound, DifferenceExplained, UnknownLot, LotTooSmall.
    """
    difference = await db.get(Difference, difference_id)
    if difference is None or not await keeps(db, by, difference.farm_id):
        raise DifferenceNotFound
    await drawing.lock(db, {(difference.farm_id, difference.ingredient)})
    await db.refresh(difference)
    if difference.explained_at is not None:
        raise DifferenceExplained
    difference.explained_at, difference.explained_by = clock.now(), by.id
    difference.explanation, difference.lot_id = body.explanation, body.lot_id
    if body.lot_id is not None:
        await _attribute(db, difference, body.lot_id)
    after = audit.picture(difference, "kg", "explanation", "lot_id")
    audit.record(db, "stock_difference.explained", subject_id=difference.id, after=after)
    return StockDifferenceOut.model_validate(difference)


async def keeps(db: UnitOfWork, by: Principal, farm_id: UUID) -> bool:
    """Whether this person keeps the stock of the farm."""
    try:
        await require_farm_people(db, Farm, by, farm_id, everywhere=KEEPERS)
    except OtherFarm:
        return False
    return True


async def _locked(db: UnitOfWork, lot_id: UUID, *, by: Principal) -> Lot:
    lot = await db.get(Lot, lot_id)
    if lot is None or not await keeps(db, by, lot.farm_id):
        raise LotNotFound
    await drawing.lock(db, {(lot.farm_id, lot.ingredient)})
    await db.refresh(lot)
    return lot


async def _attribute(db: UnitOfWork, difference: Difference, lot_id: UUID) -> None:
    lot = await db.get(Lot, lot_id, populate_existing=True)
    if lot is None or (lot.farm_id, lot.ingredient) != (difference.farm_id, difference.ingredient):
        raise UnknownLot
    if lot.left_kg < difference.kg:
        raise LotTooSmall
    lot.left_kg -= difference.kg
    moved = update(Draw).where(Draw.difference_id == difference.id).values(lot_id=lot.id).returning(Draw.livestock_id)
    animals = set((await db.scalars(moved)).all())
    if lot.recalled_at is not None:
        await recalls.publish(db, lot, sorted(animals))
