"""Holds: a user's money set aside for one purpose, then captured wholly or in part, or released, once.

Who ends a hold locks the accounts of its user first, then the hold.
"""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Text, Uuid, func, literal, select, tuple_
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.needs import Ahead
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.accounts.locks import ACCOUNTS, available
from wallet.accounts.models import AVAILABLE, HELD
from wallet.accounts.service import lock
from wallet.holds.models import Hold
from wallet.ledger.posting import Leg
from wallet.ledger.service import post
from wallet.vocabulary import Claim, Name

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

    There is no hold for this yet: whoever cannot know that asks under the lock. `judge` is asked where there is no
    reason to refuse yet. None when somebody else has recorded one meanwhile: who has no wallet cannot be locked.
    """
    reason = await _too_little(db, wish)
    if reason is None and judge is not None:
        reason = await judge()
    if reason is not None:
        return await _refuse(db, _columns(wish), reason)
    hold = Hold(**_columns(wish), **_begun())
    db.add(hold)
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
    await _refuse(db, about | {"amount": 0, "currency": NO_CURRENCY}, instead)
    hold = await locked(db, purpose=purpose, reference_id=reference_id)
    if hold is not None and hold.user_id != user_id:
        raise Reject(f"{purpose} {reference_id} is held for another payer")
    if hold is None or hold.state != "placed":
        return None
    await release(db, hold, reason=reason)
    return hold


async def locked(db: UnitOfWork, *, purpose: str, reference_id: UUID) -> Hold | None:
    """The hold for this, if there is one, with its row locked."""
    return (await _locked(db, [(purpose, reference_id)])).get((purpose, reference_id))


async def _locked(db: UnitOfWork, names: Collection[Name]) -> dict[Name, Hold]:
    purposes, reference_ids = zip(*names, strict=True)
    named = func.unnest(literal(purposes, ARRAY(Text))), func.unnest(literal(reference_ids, ARRAY(Uuid)))
    query = select(Hold).where(tuple_(Hold.purpose, Hold.reference_id).in_(select(*named))).order_by(Hold.id)
    return {(hold.purpose, hold.reference_id): hold for hold in await db.lock(query)}


async def _claimed(db: UnitOfWork, claims: Collection[Claim]) -> dict[Claim, Hold]:
    found = await _locked(db, {claim.name for claim in claims})
    return {claim: found[claim.name] for claim in claims if claim.name in found}


LOCKED = Ahead(_claimed, under=ACCOUNTS, subject=attrgetter("user_id"))
"""Holds, locked, by what claims them. Other requests of the same user in a batch may place or end one."""


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


def _columns(wish: Wish) -> dict[str, Any]:
    return {
        "purpose": wish.purpose,
        "reference_id": wish.reference_id,
        "user_id": wish.user_id,
        "payee_ids": list(wish.payee_ids),
        "currency": wish.amount.currency,
        "amount": wish.amount.minor,
        "description": wish.description,
        "funded_by": wish.funded_by,
        "gives_back": wish.gives_back,
        "expires_at": wish.expires_at,
    }


def _begun(refused: str | None = None) -> dict[str, Any]:
    now = clock.now()
    state = {"state": "refused", "ended_at": now} if refused else {"state": "placed", "ended_at": None}
    return {"id": new_id(), "captured": 0, "created_at": now, "reason": refused, **state}


async def _refuse(db: UnitOfWork, columns: dict[str, Any], reason: str) -> Hold | None:
    """A hold that is refused, unless there is one for this."""
    row = insert(Hold).values(**columns, **_begun(reason))
    unless_known = row.on_conflict_do_nothing(index_elements=[Hold.purpose, Hold.reference_id])
    return await db.scalar(unless_known.returning(Hold))
