"""What becomes of a payout: it is begun once, and what its provider says of it is folded into its row."""

import json
from collections.abc import Mapping
from typing import cast
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing, transit
from amigok_chassis.consumer import Reject
from amigok_chassis.outbox import emit
from amigok_chassis.sealing import derive, seal, unseal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import PayoutCompleted, PayoutFailed, PayoutPaidAfterAll, PayoutReturned
from amigok_contracts.wallet import WithdrawalApproved
from payment.disputes import queries as disputes
from payment.payouts.models import ASKED_ABOUT, ENDED, NEWS_OF_ENDED, Payout
from payment.providers.shape import Name, ProviderEvent, Sighting

log = structlog.get_logger()

PAYS: Mapping[str, Name] = {"bank_transfer": "stripe", "paypal": "paypal"}
"""Who pays out by which method."""


async def begin(db: UnitOfWork, event: WithdrawalApproved) -> None:
    """Keeps what is to be paid out, once; a task asks the provider after the commit.

    Raises Reject when the method is not known, or the destination was not sealed for this withdrawal.
    """
    try:
        provider = PAYS[event.method]
        bound = f"withdrawal {event.withdrawal_id}"
        destination = transit.unseal(db.fleet_key, event.sealed_destination, bound=bound)
    except (KeyError, ValueError) as error:
        raise Reject(f"cannot be paid out: {error!r}") from error
    now = clock.now()
    payout = insert(Payout).values(
        id=event.withdrawal_id,
        user_id=event.user_id,
        amount=event.amount.minor,
        currency=event.amount.currency,
        method=event.method,
        provider=provider,
        state="requested",
        created_at=now,
        due_at=now,
        destination=_sealed(db, event.withdrawal_id, destination),
    )
    await db.execute(payout.on_conflict_do_nothing())


async def observed(db: UnitOfWork, provider: str, event: ProviderEvent) -> bool:
    """What a webhook says of a payout. Returns whether it is one of ours."""
    assert event.seen is not None
    return await observe(db, provider, event.seen, our_id=event.our_id)


async def observe(
    db: UnitOfWork, provider: str, seen: Sighting, *, our_id: UUID | None = None, asked_in: str | None = None
) -> bool:
    """Folds what a provider says of a payout into its row, found by our id or the provider's. Any time, any order.

    `asked_in` is the state that the payout was in when the provider was asked for this; nothing when it told by itself.
    Returns whether it is one of ours: the platform also pays out to itself.
    """
    payout = await _find(db, provider, seen, our_id)
    if payout is None:
        return False
    if (seen.amount, seen.currency) != (payout.amount, payout.currency):
        log.error("payout.misreported", payout_id=str(payout.id), amount=seen.amount, currency=seen.currency)
        return True
    payout.reference = seen.reference
    if payout.state in ASKED_ABOUT and asked_in != payout.state:
        _doubt(payout, seen.state)
    else:
        settle(db, payout, seen.state, reason=seen.reason)
    return True


def _doubt(payout: Payout, said: str) -> None:
    """Has the provider asked how a payout is now that has ended in another way than it `said`."""
    if payout.may_become(_news(payout, said)):
        payout.due_at = clock.now()


def settle(db: UnitOfWork, payout: Payout, outcome: str, *, reason: str | None) -> None:
    """Goes on if this is news of it; if not, and it has ended, there is nothing more to ask. The row must be locked."""
    state = _news(payout, outcome)
    if payout.may_become(state):
        advance(db, payout, state, reason=reason)
    elif payout.ended_at is not None and state in ENDED:
        payout.due_at = None


def _news(payout: Payout, said: str) -> str:
    return NEWS_OF_ENDED.get((payout.state, said), said)


async def was_not_asked(db: UnitOfWork, payout_id: UUID, *, first: bool) -> None:
    """The provider was left alone after all: if it was to be the `first` time, nothing can have happened there."""
    payout = await lock(db, payout_id)
    if first and payout.state == "requested":
        payout.asked_at = None


async def lose_sight(db: UnitOfWork, payout_id: UUID) -> None:
    """The provider was asked and did not answer: what has come of it is not known."""
    payout = await lock(db, payout_id)
    if payout.may_become("unknown"):
        advance(db, payout, "unknown")


async def be_refused(db: UnitOfWork, payout_id: UUID, *, reason: str) -> None:
    """The provider will not pay it out; unless it has begun to, and only did not want to say how it is going."""
    payout = await lock(db, payout_id)
    if payout.reference is None and payout.may_become("failed"):
        advance(db, payout, "failed", reason=reason)
    else:
        log.error("payout.not_shown", payout_id=str(payout_id), reason=reason)


def destination(db: UnitOfWork, payout: Payout) -> Mapping[str, str]:
    """Where to, opened with the data key of the unit of work. Only of a payout that has not ended."""
    assert payout.destination is not None
    opened = unseal(_key(db), payout.destination, bound=f"payout {payout.id}")
    return cast(Mapping[str, str], json.loads(opened))


def _sealed(db: UnitOfWork, payout_id: UUID, destination: str) -> bytes:
    return seal(_key(db), destination.encode(), bound=f"payout {payout_id}")


def _key(db: UnitOfWork) -> bytes:
    return derive(db.data_key, "payout destinations")


async def lock(db: UnitOfWork, payout_id: UUID) -> Payout:
    """The payout, for this transaction to change."""
    return await db.get_one(Payout, payout_id, with_for_update=True)


async def _find(db: UnitOfWork, provider: str, seen: Sighting, our_id: UUID | None) -> Payout | None:
    """The payout, locked, unless the provider knows it by another reference than was told before."""
    own = Payout.id == our_id if our_id else Payout.reference == seen.reference
    payout = await db.scalar(select(Payout).where(Payout.provider == provider, own).with_for_update())
    return payout if payout is not None and payout.reference in (None, seen.reference) else None


async def barred(db: UnitOfWork, payout: Payout) -> str | None:
    """Why its user's money must not leave now, a stable code: whatever was decided before."""
    if not (await standing.of(db, payout.user_id)).is_active:
        return "account_inactive"
    return "dispute_open" if await disputes.open_of(db, payout.user_id) else None


def advance(db: UnitOfWork, payout: Payout, state: str, *, reason: str | None = None) -> None:
    """Goes on, and says so where it has ended. The row must be locked."""
    payout.become(state, reason=reason, now=clock.now())
    log.info("payout.advanced", payout_id=str(payout.id), state=state, reason=payout.reason)
    said = {
        "withdrawal_id": payout.id,
        "user_id": payout.user_id,
        "amount": payout.money,
        "provider": payout.provider,
    }
    if state == "completed":
        emit(db, PayoutCompleted(**said))
    elif state == "failed":
        emit(db, PayoutFailed(**said, reason=payout.reason))
    elif state == "paid_after_all":
        emit(db, PayoutPaidAfterAll(**said))
    elif state == "returned":
        emit(db, PayoutReturned(**said, reason=payout.reason))
