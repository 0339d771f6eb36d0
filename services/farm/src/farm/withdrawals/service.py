"""Taking an animal out: asked for by its owner, scheduled by the administration, done when the animal has gone.

Whoever moves a withdrawal on holds the animal's row, as does whoever sells the animal; then the withdrawal's.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, select

from amigok_chassis import audit, clock, standing
from amigok_chassis.auth import Principal
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.proposals.service import counts, require_entitled
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import (
    LivestockWithdrawn,
    RemovalCancelled,
    RemovalRejected,
    RemovalRequested,
    RemovalScheduled,
)
from farm import subjects
from farm.blocks import service as blocks
from farm.errors import refuse_other_version
from farm.machine import follow
from farm.models import Livestock, Ownership
from farm.movements import rules
from farm.movements import service as movements
from farm.withdrawals.errors import (
    ApproverGone,
    DayOutOfRange,
    LivestockBlocked,
    NotOwner,
    OwnerInactive,
    WithdrawalNotFound,
    WithdrawalUnderWay,
)
from farm.withdrawals.models import OPEN, STEPS, Withdrawal
from farm.withdrawals.schemas import WithdrawalOut

log = structlog.get_logger()

BLOCK = "withdraw_requested"
FURTHEST = timedelta(days=366)
_ADMINISTRATORS = frozenset({"admin"})
_TOLD = ("state", "scheduled_on", "rejection")


async def request(
    db: UnitOfWork, livestock_id: UUID, *, owner_id: UUID, reason: str, wished_on: date, transport: str | None
) -> Withdrawal:
    """An owner asks for their animal; it cannot be sold from now on.

    Raises LivestockNotFound, NotOwner, IllegalMovement, WithdrawalUnderWay, DayOutOfRange.
    """
    now = clock.now()
    _within_reach(wished_on, now)
    animal = await subjects.lock_animal(db, livestock_id)
    if animal.owner_id != owner_id:
        raise NotOwner
    rules.after("withdrawn", animal.status, owned=False)
    if await _open(db, livestock_id) is not None:
        raise WithdrawalUnderWay
    withdrawal = Withdrawal(
        id=new_id(),
        livestock_id=livestock_id,
        owner_id=owner_id,
        state=follow(STEPS, "request", None),
        reason=reason,
        transport=transport,
        wished_on=wished_on,
        requested_at=now,
    )
    db.add(withdrawal)
    await blocks.place(db, livestock_id=livestock_id, reason=BLOCK, source_id=withdrawal.id)
    emit(
        db,
        RemovalRequested(
            withdrawal_id=withdrawal.id, livestock_id=livestock_id, owner_id=owner_id, wished_on=wished_on
        ),
    )
    return withdrawal


async def approve(
    db: UnitOfWork, withdrawal_id: UUID, *, version: int, scheduled_on: date, fee: Money, by: UUID
) -> Withdrawal:
    """The animal will leave on this day, for this fee, in place of another day and fee if it was approved before.

    Raises WithdrawalNotFound, OwnBehalf, NotEntitled, VersionConflict, WrongState, OwnerInactive, DayOutOfRange.
    """
    now = clock.now()
    _within_reach(scheduled_on, now)
    withdrawal, _ = await _decided(db, withdrawal_id, version=version, by=by)
    await _require_active(db, withdrawal.owner_id)
    before = audit.picture(withdrawal, *_TOLD)
    withdrawal.become("approve", now=now)
    withdrawal.scheduled_on, withdrawal.fee_minor, withdrawal.currency = scheduled_on, fee.minor, fee.currency
    withdrawal.decided_at, withdrawal.decided_by = now, by
    emit(
        db,
        RemovalScheduled(
            withdrawal_id=withdrawal.id,
            livestock_id=withdrawal.livestock_id,
            owner_id=withdrawal.owner_id,
            scheduled_on=scheduled_on,
            fee=fee,
        ),
    )
    _tell(db, withdrawal, "scheduled", before, fee=str(fee))
    return withdrawal


async def reject(db: UnitOfWork, withdrawal_id: UUID, *, version: int, reason: str, by: UUID) -> Withdrawal:
    """The animal stays, and may be sold again.

    Raises WithdrawalNotFound, OwnBehalf, NotEntitled, VersionConflict, WrongState.
    """
    now = clock.now()
    withdrawal, _ = await _decided(db, withdrawal_id, version=version, by=by)
    before = audit.picture(withdrawal, *_TOLD)
    withdrawal.become("reject", now=now)
    withdrawal.rejection, withdrawal.decided_at, withdrawal.decided_by = reason, now, by
    await _unblock(db, withdrawal)
    emit(
        db,
        RemovalRejected(
            withdrawal_id=withdrawal.id, livestock_id=withdrawal.livestock_id, owner_id=withdrawal.owner_id
        ),
    )
    _tell(db, withdrawal, "rejected", before)
    return withdrawal


async def cancel(db: UnitOfWork, withdrawal_id: UUID, *, owner_id: UUID) -> Withdrawal:
    """The owner changes their mind. Raises WithdrawalNotFound, WrongState."""
    withdrawal, _ = await _locked(db, withdrawal_id, visible=lambda found: found.owner_id == owner_id)
    await _end(db, withdrawal, "cancel", reason="owner")
    return withdrawal


async def void(db: UnitOfWork, livestock_id: UUID) -> bool:
    """The animal, locked, has died: what its owner asked for is over.

    Returns whether there was anything; then its sale status has been told.
    """
    withdrawal = await _open(db, livestock_id)
    if withdrawal is not None:
        await _end(db, withdrawal, "void", reason="deceased")
    return withdrawal is not None


async def complete(db: UnitOfWork, withdrawal_id: UUID, *, version: int, by: UUID) -> Withdrawal:
    """The animal has gone: nobody's, in no farm, never to be sold.

    Raises WithdrawalNotFound, OwnBehalf, NotEntitled, VersionConflict, WrongState, OwnerInactive, ApproverGone;
    LivestockBlocked while anything else keeps it from changing hands.
    """
    now = clock.now()
    withdrawal, animal = await _decided(db, withdrawal_id, version=version, by=by)
    follow(STEPS, "complete", withdrawal.state)
    await _require_active(db, withdrawal.owner_id)
    if withdrawal.decided_by is None or not await counts(db, withdrawal.decided_by):
        raise ApproverGone
    before = audit.picture(withdrawal, *_TOLD)
    withdrawal.become("complete", now=now)
    if animal.owner_id != withdrawal.owner_id:
        raise LivestockBlocked("The animal has changed hands.", reasons=["not_owner"])
    await subjects.lock_farm(db, animal.farm_id)
    await _refuse_other_blocks(db, withdrawal, now)
    await movements.leave(db, animal, "withdrawn", owner_id=None, at=now, by=by, reference_id=withdrawal.id)
    current = select(Ownership).where(Ownership.livestock_id == animal.id, Ownership.ended_at.is_(None))
    (await db.scalars(current)).one().end(now)
    assert withdrawal.fee is not None
    emit(
        db,
        LivestockWithdrawn(
            livestock_id=animal.id,
            withdrawal_id=withdrawal.id,
            previous_owner_id=withdrawal.owner_id,
            fee=withdrawal.fee,
            withdrawn_at=now,
        ),
    )
    await _unblock(db, withdrawal)
    _tell(db, withdrawal, "completed", before)
    log.info("livestock.withdrawn", livestock_id=str(animal.id), withdrawal_id=str(withdrawal.id))
    return withdrawal


def _tell(db: UnitOfWork, withdrawal: Withdrawal, did: str, before: audit.Values, **more: str) -> None:
    audit.record(
        db,
        f"withdrawal.{did}",
        subject_id=withdrawal.id,
        before=before,
        after=audit.picture(withdrawal, *_TOLD) | more,
        personal={"rejection"},
        person_id=withdrawal.owner_id,
    )


async def show(db: UnitOfWork, withdrawal_id: UUID, *, viewer: Principal) -> Withdrawal:
    """One withdrawal, for its owner and administrators. Raises WithdrawalNotFound."""
    found = await db.get(Withdrawal, withdrawal_id)
    if found is None or (found.owner_id != viewer.id and viewer.role != "admin"):
        raise WithdrawalNotFound
    return found


async def of_owner(db: UnitOfWork, paging: Paging, *, owner_id: UUID) -> Page[WithdrawalOut]:
    """What a user has asked for, the newest first."""
    return await _page(db, paging, Withdrawal.owner_id == owner_id, descending=True)


async def queue(db: UnitOfWork, paging: Paging, *, state: str) -> Page[WithdrawalOut]:
    """What is in this state, the oldest first."""
    return await _page(db, paging, Withdrawal.state == state, descending=False)


async def _page(db: UnitOfWork, paging: Paging, which: ColumnElement[bool], *, descending: bool) -> Page[WithdrawalOut]:
    rows, cursor = await paginate(
        db, select(Withdrawal).where(which), paging, key=[Withdrawal.id], descending=descending
    )
    return Page(items=[WithdrawalOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _open(db: UnitOfWork, livestock_id: UUID) -> Withdrawal | None:
    """The open withdrawal of an animal that is locked."""
    wanted = select(Withdrawal).where(Withdrawal.livestock_id == livestock_id, OPEN)
    return (await db.scalars(wanted.with_for_update())).one_or_none()


async def _locked(
    db: UnitOfWork, withdrawal_id: UUID, *, visible: Callable[[Withdrawal], bool] = lambda _: True
) -> tuple[Withdrawal, Livestock]:
    """A withdrawal and its animal, both locked, the animal first. Raises WithdrawalNotFound."""
    found = await db.get(Withdrawal, withdrawal_id)
    if found is None or not visible(found):
        raise WithdrawalNotFound
    animal = await subjects.lock_animal(db, found.livestock_id)
    await db.refresh(found, with_for_update=True)
    return found, animal


async def _decided(db: UnitOfWork, withdrawal_id: UUID, *, version: int, by: UUID) -> tuple[Withdrawal, Livestock]:
    """A withdrawal that an administrator decides on as they have read it, and its animal, both locked.

    Raises WithdrawalNotFound, OwnBehalf, NotEntitled, VersionConflict.
    """
    withdrawal, animal = await _locked(db, withdrawal_id)
    await require_entitled(db, by, roles=_ADMINISTRATORS, beneficiaries=[withdrawal.owner_id])
    refuse_other_version(version, withdrawal.version)
    return withdrawal, animal


async def _require_active(db: UnitOfWork, owner_id: UUID) -> None:
    """Raises OwnerInactive."""
    if not (await standing.of(db, owner_id)).is_active:
        raise OwnerInactive


async def _end(db: UnitOfWork, withdrawal: Withdrawal, action: str, *, reason: str) -> None:
    withdrawal.become(action, now=clock.now())
    await _unblock(db, withdrawal)
    emit(
        db,
        RemovalCancelled(
            withdrawal_id=withdrawal.id,
            livestock_id=withdrawal.livestock_id,
            owner_id=withdrawal.owner_id,
            reason=reason,
        ),
    )


async def _unblock(db: UnitOfWork, withdrawal: Withdrawal) -> None:
    await blocks.clear(db, livestock_id=withdrawal.livestock_id, reason=BLOCK, source_id=withdrawal.id)


async def _refuse_other_blocks(db: UnitOfWork, withdrawal: Withdrawal, now: datetime) -> None:
    against = await blocks.standing(db, withdrawal.livestock_id, now=now)
    reasons = [block.reason for block in against if block.reason != BLOCK]
    if reasons:
        raise LivestockBlocked(f"In the way: {', '.join(reasons)}.", reasons=reasons)


def _within_reach(day: date, now: datetime) -> None:
    if not now.date() <= day <= now.date() + FURTHEST:
        raise DayOutOfRange
