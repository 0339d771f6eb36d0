"""Holds: a user's money set aside for one purpose, then captured wholly or in part, or released, once.

Who ends a hold locks the accounts of its user first, then the hold.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.accounts.models import AVAILABLE, HELD
from wallet.accounts.service import available, lock
from wallet.holds.models import Hold
from wallet.ledger.posting import Leg
from wallet.ledger.service import post

NO_CURRENCY = "XXX"
"""The code of ISO 4217 for no currency. A release that comes before its hold brings no amount."""

TOO_LITTLE = "insufficient_funds"
"""The reason of a hold whose user lacks the money."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is to be set aside, and for what."""

    purpose: str
    reference_id: UUID
    user_id: UUID
    amount: Money
    payee_ids: tuple[UUID, ...] = ()
    description: str = ""
    expires_at: datetime | None = None
    funded_by: UUID | None = None
    gives_back: bool = False


Judge = Callable[[], Awaitable[str | None]]
"""Asked under the lock for a reason to refuse."""


async def place(db: UnitOfWork, wish: Wish, *, judge: Judge | None = None) -> Hold | None:
    """Sets money aside, or records why not: the hold is `placed` or `refused`, which is final.

    `judge` is asked where there is no reason to refuse yet. None when there is a hold for this already, whatever has
    become of it.
    """
    reason = await _too_little(db, wish)
    if reason is None and judge is not None:
        if await _exists(db, wish):
            return None
        reason = await judge()
    hold = await _record(db, wish, refused=reason)
    if hold is not None and reason is None:
        await _post(db, hold, "hold", from_=AVAILABLE, to=HELD, initiated_by=wish.user_id)
    return hold


async def end(
    db: UnitOfWork, *, purpose: str, reference_id: UUID, user_id: UUID, instead: str, reason: str
) -> Hold | None:
    """Releases the hold, and returns it if it was placed.

    If there is none yet, it is recorded as refused because of `instead`. Raises Reject for another payer's hold.
    """
    await lock(db, [user_id])
    about = {"purpose": purpose, "reference_id": reference_id, "user_id": user_id}
    await _insert(db, **about, amount=0, currency=NO_CURRENCY, refused=instead)
    hold = await locked(db, purpose=purpose, reference_id=reference_id)
    if hold is not None and hold.user_id != user_id:
        raise Reject(f"{purpose} {reference_id} is held for another payer")
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
    await _give_back(db, hold)


async def expire(db: UnitOfWork, hold: Hold) -> None:
    """Gives the money of a forgotten hold back to its user. Raises HoldEnded."""
    hold.expire(now=clock.now())
    await _give_back(db, hold)


async def capture(
    db: UnitOfWork, hold: Hold, amount: int, to: Sequence[Leg], *, kind: str, purpose: str | None = None
) -> UUID:
    """Takes `amount` minor units of the hold to where `to` says and frees what is left; returns the transfer's id.

    What had expired is taken from what is available. Raises HoldEnded, InsufficientFunds.
    """
    source = AVAILABLE if hold.state == "expired" else HELD
    hold.capture(amount, now=clock.now())
    legs = [Leg(hold.user_id, source, -hold.amount), Leg(hold.user_id, AVAILABLE, hold.amount - amount), *to]
    return await post(
        db,
        legs,
        kind=kind,
        currency=hold.currency,
        purpose=purpose,
        reference_id=hold.reference_id,
        initiated_by=hold.user_id,
        description=hold.description,
    )


async def _give_back(db: UnitOfWork, hold: Hold) -> None:
    await _post(db, hold, "release", from_=HELD, to=AVAILABLE)


async def _post(
    db: UnitOfWork, hold: Hold, kind: str, *, from_: str, to: str, initiated_by: UUID | None = None
) -> None:
    await post(
        db,
        [Leg(hold.user_id, from_, -hold.amount), Leg(hold.user_id, to, hold.amount)],
        kind=kind,
        currency=hold.currency,
        purpose=hold.purpose,
        reference_id=hold.reference_id,
        initiated_by=initiated_by,
        description=hold.description,
    )


async def _too_little(db: UnitOfWork, wish: Wish) -> str | None:
    minor = await available(db, wish.user_id, wish.amount.currency)
    if minor is None:
        return "wallet_missing"
    return TOO_LITTLE if minor < wish.amount.minor else None


async def _exists(db: UnitOfWork, wish: Wish) -> bool:
    found = select(Hold.id).where(Hold.purpose == wish.purpose, Hold.reference_id == wish.reference_id)
    return await db.scalar(found) is not None


async def _record(db: UnitOfWork, wish: Wish, *, refused: str | None) -> Hold | None:
    """A new hold, unless there is one for this."""
    return await _insert(
        db,
        purpose=wish.purpose,
        reference_id=wish.reference_id,
        user_id=wish.user_id,
        payee_ids=list(wish.payee_ids),
        currency=wish.amount.currency,
        amount=wish.amount.minor,
        description=wish.description,
        funded_by=wish.funded_by,
        gives_back=wish.gives_back,
        expires_at=wish.expires_at,
        refused=refused,
    )


async def _insert(db: UnitOfWork, *, refused: str | None, **columns: object) -> Hold | None:
    now = clock.now()
    state = {"state": "refused", "reason": refused, "ended_at": now} if refused else {"state": "placed"}
    row = insert(Hold).values(id=new_id(), captured=0, created_at=now, **columns, **state)
    unless_known = row.on_conflict_do_nothing(index_elements=[Hold.purpose, Hold.reference_id])
    return await db.scalar(unless_known.returning(Hold))
