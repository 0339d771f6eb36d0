"""Holds: a user's money set aside for one purpose, then captured wholly or in part, or released, once.

Who ends a hold locks the accounts of its user first, then the hold.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.ledger import Leg, lock, post
from wallet.models import Hold, account_id


async def place(
    db: UnitOfWork,
    *,
    purpose: str,
    reference_id: UUID,
    user_id: UUID,
    amount: Money,
    expires_at: datetime | None = None,
    initiated_by: UUID | None = None,
    judge: Callable[[], Awaitable[str | None]] | None = None,
) -> Hold | None:
    """Sets money aside, or keeps why it could not: the hold is `placed` or `refused`, for good.

    `judge` is asked under the lock for a reason to refuse, where there is none yet. None when there is a hold for this
    already, whatever has become of it.
    """
    balances = await lock(db, [user_id])
    available = balances.get(account_id(user_id, "available", amount.currency))
    reason = None
    if available is None:
        reason = "wallet_missing"
    elif available < amount.minor:
        reason = "insufficient_funds"
    elif judge is not None:
        if await _exists(db, purpose=purpose, reference_id=reference_id):
            return None
        reason = await judge()
    hold = await _record(
        db,
        purpose=purpose,
        reference_id=reference_id,
        user_id=user_id,
        amount=amount,
        expires_at=expires_at,
        refused=reason,
    )
    if hold is not None and reason is None:
        legs = [Leg(user_id, "available", -amount.minor), Leg(user_id, "held", amount.minor)]
        await post(
            db, legs, kind="hold", currency=amount.currency, reference_id=reference_id, initiated_by=initiated_by
        )
    return hold


async def refuse(
    db: UnitOfWork,
    *,
    purpose: str,
    reference_id: UUID,
    user_id: UUID,
    amount: Money,
    expires_at: datetime,
    reason: str,
) -> Hold | None:
    """Keeps that nothing is set aside for this, and why, for good. None when there is a hold for it already."""
    await lock(db, [user_id])
    return await _record(
        db,
        purpose=purpose,
        reference_id=reference_id,
        user_id=user_id,
        amount=amount,
        expires_at=expires_at,
        refused=reason,
    )


async def end(
    db: UnitOfWork,
    *,
    purpose: str,
    reference_id: UUID,
    user_id: UUID,
    amount: Money,
    expires_at: datetime | None = None,
    instead: str,
    reason: str,
) -> Hold | None:
    """Frees what is held for this, and returns the hold if it was. If there is none yet, none ever will be: `instead`
    is why."""
    await lock(db, [user_id])
    await _record(
        db,
        purpose=purpose,
        reference_id=reference_id,
        user_id=user_id,
        amount=amount,
        expires_at=expires_at,
        refused=instead,
    )
    hold = await locked(db, purpose=purpose, reference_id=reference_id)
    if hold is None or hold.state != "placed":
        return None
    await release(db, hold, reason=reason)
    return hold


async def locked(db: UnitOfWork, *, purpose: str, reference_id: UUID) -> Hold | None:
    """The hold for this, if there is one, with its row locked."""
    found = select(Hold).where(Hold.purpose == purpose, Hold.reference_id == reference_id).with_for_update()
    return await db.scalar(found.execution_options(populate_existing=True))


async def release(db: UnitOfWork, hold: Hold, *, reason: str) -> None:
    """Gives the money back to its user. Raises HoldEnded."""
    hold.release(reason, now=clock.now())
    legs = [Leg(hold.user_id, "held", -hold.amount), Leg(hold.user_id, "available", hold.amount)]
    await post(db, legs, kind="release", currency=hold.currency, reference_id=hold.reference_id)


async def capture(
    db: UnitOfWork, hold: Hold, amount: int, to: Sequence[Leg], *, kind: str, initiated_by: UUID | None = None
) -> UUID:
    """Takes `amount` minor units of the hold to where `to` says and frees what is left; returns the transfer's id.

    What had expired is taken from what is available. Raises HoldEnded, InsufficientFunds.
    """
    source = "available" if hold.state == "expired" else "held"
    hold.capture(amount, now=clock.now())
    legs = [Leg(hold.user_id, source, -hold.amount), Leg(hold.user_id, "available", hold.amount - amount), *to]
    return await post(
        db, legs, kind=kind, currency=hold.currency, reference_id=hold.reference_id, initiated_by=initiated_by
    )


async def _exists(db: UnitOfWork, *, purpose: str, reference_id: UUID) -> bool:
    found = select(Hold.id).where(Hold.purpose == purpose, Hold.reference_id == reference_id)
    return await db.scalar(found) is not None


async def _record(
    db: UnitOfWork,
    *,
    purpose: str,
    reference_id: UUID,
    user_id: UUID,
    amount: Money,
    expires_at: datetime | None,
    refused: str | None,
) -> Hold | None:
    """A new hold, unless there is one for this."""
    now = clock.now()
    return await db.scalar(
        insert(Hold)
        .values(
            id=new_id(),
            purpose=purpose,
            reference_id=reference_id,
            user_id=user_id,
            currency=amount.currency,
            amount=amount.minor,
            captured=0,
            state="refused" if refused else "placed",
            reason=refused,
            expires_at=expires_at,
            created_at=now,
            ended_at=now if refused else None,
        )
        .on_conflict_do_nothing(index_elements=[Hold.purpose, Hold.reference_id])
        .returning(Hold)
    )
