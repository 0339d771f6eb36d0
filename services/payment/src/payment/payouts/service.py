"""What happens to payouts in the database. The calls to providers are in `poller`."""

import json
from collections.abc import Mapping
from typing import cast
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing, transit
from amigok_chassis.due import announce
from amigok_chassis.inbox import Reject
from amigok_chassis.outbox import emit
from amigok_chassis.sealing import derive, seal, unseal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import PayoutCompleted, PayoutFailed, PayoutPaidAfterAll, PayoutReturned
from amigok_contracts.wallet import WithdrawalApproved
from payment.disputes import queries as disputes
from payment.payouts.machine import AFTER_END, ASKED_ABOUT, ENDED
from payment.payouts.models import Payout
from payment.providers.protocol import Name, Observation, ProviderEvent

log = structlog.get_logger()

PAYS: Mapping[str, Name] = {"bank_transfer": "stripe", "paypal": "paypal"}
"""Which provider pays out by which method."""


async def begin(db: UnitOfWork, event: WithdrawalApproved) -> None:
    """Creates the payout of a withdrawal, once. A task asks the provider after the commit.

    Raises Reject if the method is unknown, or the destination was not sealed for this withdrawal.
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
    announce(db, Payout)


async def apply_webhook(db: UnitOfWork, provider: str, event: ProviderEvent) -> bool:
    """Applies what a webhook says about a payout. Returns whether it is ours."""
    assert event.seen is not None
    return await apply(db, provider, event.seen, our_id=event.our_id)


async def apply(
    db: UnitOfWork, provider: str, seen: Observation, *, our_id: UUID | None = None, asked_in: str | None = None
) -> bool:
    """Applies an observation to the payout with our id or the provider's, however late or often it comes.

    `asked_in` is the payout's state when the provider was asked; None if the provider reported by itself. Returns
    whether the payout is ours: the platform also pays out to itself.
    """
    payout = await _find(db, provider, seen, our_id)
    if payout is None:
        return False
    if (seen.amount, seen.currency) != (payout.amount, payout.currency):
        log.error("payout.misreported", payout_id=str(payout.id), amount=seen.amount, currency=seen.currency)
        return True
    payout.reference = seen.reference
    if payout.state in ASKED_ABOUT and asked_in != payout.state:
        _check_again(payout, seen.state)
    else:
        apply_state(db, payout, seen.state, reason=seen.reason)
    return True


def _check_again(payout: Payout, reported: str) -> None:
    """Has the provider asked about a payout that has ended, if it reported another end."""
    if payout.may_become(_next_state(payout, reported)):
        payout.due_at = clock.now()


def apply_state(db: UnitOfWork, payout: Payout, reported: str, *, reason: str | None) -> None:
    """Moves the payout if the reported state is new; if it confirms the end, polling stops. The row must be locked."""
    state = _next_state(payout, reported)
    if payout.may_become(state):
        advance(db, payout, state, reason=reason)
    elif payout.ended_at is not None and state in ENDED:
        payout.due_at = None


def _next_state(payout: Payout, reported: str) -> str:
    return AFTER_END.get((payout.state, reported), reported)


async def note_not_asked(db: UnitOfWork, payout_id: UUID, *, first: bool) -> None:
    """Notes that the provider was not asked. If it was the `first` attempt, nothing can have happened there."""
    payout = await lock(db, payout_id)
    if first and payout.state == "requested":
        payout.asked_at = None


async def note_unknown(db: UnitOfWork, payout_id: UUID) -> None:
    """Notes that the provider was asked and did not answer: the outcome is unknown."""
    payout = await lock(db, payout_id)
    if payout.may_become("unknown"):
        advance(db, payout, "unknown")


async def note_refused(db: UnitOfWork, payout_id: UUID, *, reason: str) -> None:
    """Notes that the provider refused. A payout that it accepted before has not failed: only its status is missing."""
    payout = await lock(db, payout_id)
    if payout.reference is None and payout.may_become("failed"):
        advance(db, payout, "failed", reason=reason)
    else:
        log.error("payout.status_refused", payout_id=str(payout_id), reason=reason)


def destination(db: UnitOfWork, payout: Payout) -> Mapping[str, str]:
    """Returns where the money goes, opened with the data key. Only for a payout that has not ended."""
    assert payout.destination is not None
    opened = unseal(_key(db), payout.destination, bound=f"payout {payout.id}")
    return cast(Mapping[str, str], json.loads(opened))


def _sealed(db: UnitOfWork, payout_id: UUID, destination: str) -> bytes:
    return seal(_key(db), destination.encode(), bound=f"payout {payout_id}")


def _key(db: UnitOfWork) -> bytes:
    return derive(db.data_key, "payout destinations")


async def lock(db: UnitOfWork, payout_id: UUID) -> Payout:
    """Returns the payout, locked."""
    return await db.get_one(Payout, payout_id, with_for_update=True)


async def _find(db: UnitOfWork, provider: str, seen: Observation, our_id: UUID | None) -> Payout | None:
    """Returns the payout, locked, unless the provider reported another reference for it before."""
    own = Payout.id == our_id if our_id else Payout.reference == seen.reference
    payout = await db.scalar(select(Payout).where(Payout.provider == provider, own).with_for_update())
    return payout if payout is not None and payout.reference in (None, seen.reference) else None


async def barred(db: UnitOfWork, payout: Payout) -> str | None:
    """Returns why the user must not be paid now, as a stable code, whatever was decided before."""
    if not (await standing.of(db, payout.user_id)).is_active:
        return "account_inactive"
    return "dispute_open" if await disputes.has_open(db, payout.user_id) else None


def advance(db: UnitOfWork, payout: Payout, state: str, *, reason: str | None = None) -> None:
    """Moves a payout, and publishes its end. The row must be locked."""
    payout.become(state, reason=reason, now=clock.now())
    log.info("payout.advanced", payout_id=str(payout.id), state=state, reason=payout.reason)
    about = {
        "withdrawal_id": payout.id,
        "user_id": payout.user_id,
        "amount": payout.money,
        "provider": payout.provider,
    }
    if state == "completed":
        emit(db, PayoutCompleted(**about))
    elif state == "failed":
        emit(db, PayoutFailed(**about, reason=payout.reason))
    elif state == "paid_after_all":
        emit(db, PayoutPaidAfterAll(**about))
    elif state == "returned":
        emit(db, PayoutReturned(**about, reason=payout.reason))
