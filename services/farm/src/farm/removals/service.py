"""The owner of an animal requests its removal, an administrator schedules it, and completes it when it has left.

Every step locks the animal's row first, as a sale does, then the removal's.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import audit, clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.proposals.service import counts, require_entitled
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import (
    LivestockRemoved,
    RemovalCancelled,
    RemovalFeeCharged,
    RemovalRejected,
    RemovalRequested,
    RemovalScheduled,
)
from amigok_contracts.money_requests import Share
from farm.blocks import service as blocks
from farm.farms.locks import lock_farm
from farm.livestock import lifecycle
from farm.livestock.locks import lock_animal
from farm.livestock.models import Livestock
from farm.movements import service as movements
from farm.ownership.queries import current
from farm.removals.errors import (
    ApproverGone,
    DayOutOfRange,
    LivestockBlocked,
    NotOwner,
    OwnerInactive,
    RemovalNotFound,
    RemovalUnderWay,
)
from farm.removals.models import OPEN, REMOVALS, Removal
from farm.removals.schemas import RemovalIn

log = structlog.get_logger()

BLOCK = "removal_requested"
FURTHEST = timedelta(days=366)
_ADMINISTRATORS = frozenset({"admin"})
_AUDITED = ("state", "scheduled_on", "rejection")


async def request(db: UnitOfWork, livestock_id: UUID, wanted: RemovalIn, *, owner_id: UUID) -> Removal:
    """Requests the removal of an animal for its owner. It cannot be sold from now on.

    Raises LivestockNotFound, NotOwner, IllegalMovement, RemovalUnderWay, DayOutOfRange.
    """
    now = clock.now()
    _refuse_out_of_range(wanted.wished_on, now)
    animal = await lock_animal(db, livestock_id)
    if animal.owner_id != owner_id:
        raise NotOwner
    lifecycle.after("removed", animal.status, owned=False)
    if await _open(db, livestock_id) is not None:
        raise RemovalUnderWay
    removal = Removal(
        id=new_id(),
        livestock_id=livestock_id,
        owner_id=owner_id,
        state=REMOVALS.follow("request", None),
        requested_at=now,
        **dict(wanted),
    )
    db.add(removal)
    await blocks.place(db, livestock_id=livestock_id, reason=BLOCK, source_id=removal.id)
    emit(
        db,
        RemovalRequested(
            removal_id=removal.id, livestock_id=livestock_id, owner_id=owner_id, wished_on=wanted.wished_on
        ),
    )
    return removal


async def approve(
    db: UnitOfWork, removal_id: UUID, *, version: int, scheduled_on: date, fee: Money, by: UUID
) -> Removal:
    """Schedules a removal for a day and a fee, or changes both if it was scheduled before.

    Raises RemovalNotFound, OwnBehalf, NotEntitled, VersionConflict, WrongState, OwnerInactive, DayOutOfRange.
    """
    now = clock.now()
    _refuse_out_of_range(scheduled_on, now)
    removal, _ = await _decided(db, removal_id, version=version, by=by)
    await _require_active(db, removal.owner_id)
    before = audit.picture(removal, *_AUDITED)
    removal.become("approve", now=now)
    removal.scheduled_on, removal.fee_minor, removal.currency = scheduled_on, fee.minor, fee.currency
    removal.decided_at, removal.decided_by = now, by
    emit(
        db,
        RemovalScheduled(
            removal_id=removal.id,
            livestock_id=removal.livestock_id,
            owner_id=removal.owner_id,
            scheduled_on=scheduled_on,
            fee=fee,
        ),
    )
    _audit(db, removal, "scheduled", before, fee=str(fee))
    return removal


async def reject(db: UnitOfWork, removal_id: UUID, *, version: int, reason: str, by: UUID) -> Removal:
    """Rejects a removal: the animal stays and may be sold again.

    Raises RemovalNotFound, OwnBehalf, NotEntitled, VersionConflict, WrongState.
    """
    now = clock.now()
    removal, _ = await _decided(db, removal_id, version=version, by=by)
    before = audit.picture(removal, *_AUDITED)
    removal.become("reject", now=now)
    removal.rejection, removal.decided_at, removal.decided_by = reason, now, by
    await _unblock(db, removal)
    emit(
        db,
        RemovalRejected(removal_id=removal.id, livestock_id=removal.livestock_id, owner_id=removal.owner_id),
    )
    _audit(db, removal, "rejected", before)
    return removal


async def cancel(db: UnitOfWork, removal_id: UUID, *, owner_id: UUID) -> Removal:
    """Cancels a removal for the owner. Raises RemovalNotFound, WrongState."""
    removal, _ = await _locked(db, removal_id, visible=lambda found: found.owner_id == owner_id)
    await _end(db, removal, "cancel", reason="owner")
    return removal


async def void(db: UnitOfWork, livestock_id: UUID) -> bool:
    """Ends the removal of an animal that has died; the animal must be locked.

    Returns whether there was one. If so, the sale status of the animal has been published.
    """
    removal = await _open(db, livestock_id)
    if removal is not None:
        await _end(db, removal, "void", reason="deceased")
    return removal is not None


async def complete(db: UnitOfWork, removal_id: UUID, *, version: int, by: UUID) -> Removal:
    """Completes a removal: the animal leaves its farm and the platform, and its owner is charged the fee.

    Raises RemovalNotFound, OwnBehalf, NotEntitled, VersionConflict, WrongState, OwnerInactive, ApproverGone;
    LivestockBlocked if anything else keeps the animal from being sold, such as a debt.
    """
    now = clock.now()
    removal, animal = await _decided(db, removal_id, version=version, by=by)
    REMOVALS.follow("complete", removal.state)
    await _require_active(db, removal.owner_id)
    if removal.decided_by is None or not await counts(db, removal.decided_by):
        raise ApproverGone
    before = audit.picture(removal, *_AUDITED)
    removal.become("complete", now=now)
    if animal.owner_id != removal.owner_id:
        raise LivestockBlocked("The animal has changed hands.", reasons=["not_owner"])
    await lock_farm(db, animal.farm_id)
    await _refuse_other_blocks(db, removal, now)
    await movements.leave(db, animal, "removed", owner_id=None, at=now, by=by, reference_id=removal.id)
    (await current(db, animal.id)).end(now)
    assert removal.fee is not None
    emit(
        db,
        LivestockRemoved(
            livestock_id=animal.id,
            removal_id=removal.id,
            previous_owner_id=removal.owner_id,
            fee=removal.fee,
            removed_at=now,
        ),
    )
    _charge(db, removal, removal.fee)
    await _unblock(db, removal)
    _audit(db, removal, "completed", before)
    log.info("livestock.removed", livestock_id=str(animal.id), removal_id=str(removal.id))
    return removal


def _audit(db: UnitOfWork, removal: Removal, did: str, before: audit.Values, **more: str) -> None:
    audit.record(
        db,
        f"removal.{did}",
        subject_id=removal.id,
        before=before,
        after=audit.picture(removal, *_AUDITED) | more,
        personal={"rejection"},
        person_id=removal.owner_id,
    )


async def _open(db: UnitOfWork, livestock_id: UUID) -> Removal | None:
    """Returns the open removal of an animal, which must be locked."""
    wanted = select(Removal).where(Removal.livestock_id == livestock_id, OPEN)
    return (await db.scalars(wanted.with_for_update())).one_or_none()


async def _locked(
    db: UnitOfWork, removal_id: UUID, *, visible: Callable[[Removal], bool] = lambda _: True
) -> tuple[Removal, Livestock]:
    """Returns a removal and its animal, both locked, the animal first. Raises RemovalNotFound."""
    found = await db.get(Removal, removal_id)
    if found is None or not visible(found):
        raise RemovalNotFound
    animal = await lock_animal(db, found.livestock_id)
    await db.refresh(found, with_for_update=True)
    return found, animal


async def _decided(db: UnitOfWork, removal_id: UUID, *, version: int, by: UUID) -> tuple[Removal, Livestock]:
    """Returns a removal that an administrator decides on, in the version that they have read, and its animal; locked.

    Raises RemovalNotFound, OwnBehalf, NotEntitled, VersionConflict.
    """
    removal, animal = await _locked(db, removal_id)
    await require_entitled(db, by, roles=_ADMINISTRATORS, beneficiaries=[removal.owner_id])
    refuse_other_version(version, removal.version)
    return removal, animal


def _charge(db: UnitOfWork, removal: Removal, fee: Money) -> None:
    """Charges the owner the fee of a removal; what they lack becomes a debt."""
    if fee.minor > 0:
        emit(
            db,
            RemovalFeeCharged(
                reference_id=removal.id,
                payer_id=removal.owner_id,
                shares=(Share(amount=fee, fee="removal"),),
                description="Fee for the removal of an animal",
            ),
        )


async def _require_active(db: UnitOfWork, owner_id: UUID) -> None:
    """Raises OwnerInactive."""
    if not (await standing.of(db, owner_id)).is_active:
        raise OwnerInactive


async def _end(db: UnitOfWork, removal: Removal, action: str, *, reason: str) -> None:
    removal.become(action, now=clock.now())
    await _unblock(db, removal)
    emit(
        db,
        RemovalCancelled(
            removal_id=removal.id,
            livestock_id=removal.livestock_id,
            owner_id=removal.owner_id,
            reason=reason,
        ),
    )


async def _unblock(db: UnitOfWork, removal: Removal) -> None:
    await blocks.clear(db, livestock_id=removal.livestock_id, reason=BLOCK, source_id=removal.id)


async def _refuse_other_blocks(db: UnitOfWork, removal: Removal, now: datetime) -> None:
    against = await blocks.standing(db, removal.livestock_id, now=now)
    reasons = [block.reason for block in against if block.reason != BLOCK]
    if reasons:
        raise LivestockBlocked(f"These keep the animal here: {', '.join(reasons)}.", reasons=reasons)


def _refuse_out_of_range(day: date, now: datetime) -> None:
    if not now.date() <= day <= now.date() + FURTHEST:
        raise DayOutOfRange
