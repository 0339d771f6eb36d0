"""Answers requests for holds and releases."""

from datetime import timedelta

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.inbox import Reject
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.money_requests import HoldRequest, ReleaseRequest
from amigok_contracts.wallet import HoldPlaced, HoldRefused, HoldReleased
from wallet.accounts.service import lock
from wallet.agreements import service as agreements
from wallet.exits import service as exits
from wallet.exits.queries import Exit
from wallet.exits.rules import Decision
from wallet.holds import service
from wallet.holds.funding import deposited, missing
from wallet.holds.models import Hold
from wallet.holds.service import TOO_LITTLE, Wish
from wallet.limits.service import exceeded
from wallet.vocabulary import contradiction, require_alone

EXPIRY = timedelta(days=7)
"""How long a hold lasts if its request does not say. Most end within minutes; this frees forgotten ones."""

RELEASED_BEFORE = "released_before"
"""The reason of a hold that was released before it was requested."""


async def hold(db: UnitOfWork, request: HoldRequest) -> None:
    """Sets an amount aside, or refuses with a reason. Repeating the request has no further effect.

    Raises Reject where it makes no sense or contradicts an earlier one, Retry where the payment that funds it is not
    booked yet.
    """
    if reason := _nonsense(request):
        raise Reject(f"{request.purpose} {request.reference_id} {reason}")
    if await require_alone(db, request, "holds", user_id=request.payer_id):
        await _check_same(db, request)
        return
    if request.funded_by is not None:
        await deposited(db, request.funded_by)
    wish = _wish(request)
    decision = Decision(None)

    async def judge() -> str | None:
        nonlocal decision
        decision = await _judge(db, request, wish)
        return decision.refusal

    held = await service.place(db, wish, judge=judge)
    if held is None:
        await _check_same(db, request)
    else:
        await _agree_for_later(db, request, held)
        _answer(db, held, retry_after=decision.retry_after)


async def _agree_for_later(db: UnitOfWork, request: HoldRequest, held: Hold) -> None:
    if request.agreement_id is not None and held.reason == TOO_LITTLE:
        await agreements.agree_for_later(db, exit_of(request), request.agreement_id)


def _answer(db: UnitOfWork, held: Hold, *, retry_after: int | None) -> None:
    about = {"purpose": held.purpose, "reference_id": held.reference_id, "payer_id": held.user_id}
    if held.reason is not None:
        emit(db, HoldRefused(**about, amount=held.money, reason=held.reason, retry_after=retry_after))
    else:
        emit(db, HoldPlaced(**about, hold_id=held.id, amount=held.money, expires_at=held.expires_at))


async def release(db: UnitOfWork, request: ReleaseRequest) -> None:
    """Releases a hold. If it is not placed yet, it never will be. Raises Reject for another payer's hold."""
    freed = await service.end(
        db,
        purpose=request.purpose,
        reference_id=request.reference_id,
        user_id=request.payer_id,
        instead=RELEASED_BEFORE,
        reason=request.reason,
    )
    if freed is not None:
        await _released(db, freed)


async def expire(db: UnitOfWork, *, limit: int = 100) -> int:
    """Releases holds that have expired. Returns how many."""
    overdue = select(Hold).where(Hold.state == "placed", Hold.expires_at < clock.now())
    found = (await db.scalars(overdue.order_by(Hold.expires_at).limit(limit))).all()
    await lock(db, [hold.user_id for hold in found])
    still = overdue.where(Hold.id.in_([hold.id for hold in found])).with_for_update()
    expired = (await db.scalars(still.execution_options(populate_existing=True))).all()
    for each in expired:
        await service.expire(db, each)
        await _released(db, each)
    return len(expired)


async def _check_same(db: UnitOfWork, request: HoldRequest) -> None:
    """Raises Reject where there is a hold for something else. What was released before had no amount."""
    held = await service.locked(db, purpose=request.purpose, reference_id=request.reference_id)
    assert held is not None
    same = held.user_id == request.payer_id
    if held.amount:
        same = same and held.money == request.amount and set(held.payee_ids) == set(request.payee_ids)
    if not same:
        raise contradiction(request)


def _nonsense(request: HoldRequest) -> str | None:
    if request.payer_id in request.payee_ids:
        return "is to be paid to its own payer"
    if request.agreement_id is not None and request.payee_ids:
        return "is held by an agreement, and has payees"
    return "goes back where it came from, and has payees" if request.gives_back and request.payee_ids else None


async def _judge(db: UnitOfWork, request: HoldRequest, wish: Wish) -> Decision:
    """The limits of the purpose, then the policy for exits; what a payment has funded has met that already."""
    reason = await exceeded(db, purpose=wish.purpose, user_id=wish.user_id, amount=wish.amount)
    if reason is None and wish.funded_by is not None:
        reason = await missing(db, wish, wish.funded_by)
    if reason is not None:
        return Decision(reason)
    if wish.funded_by is not None or wish.gives_back:
        return Decision(await exits.closed_for(db, exit_of(request), even_inactive=wish.gives_back))
    return await agreements.judge(db, exit_of(request), request.agreement_id)


def _wish(request: HoldRequest) -> Wish:
    return Wish(
        purpose=request.purpose,
        reference_id=request.reference_id,
        user_id=request.payer_id,
        amount=request.amount,
        payee_ids=request.payee_ids,
        description=request.description,
        expires_at=request.expires_at or (None if request.gives_back else clock.now() + EXPIRY),
        funded_by=request.funded_by,
        gives_back=request.gives_back,
    )


def exit_of(request: HoldRequest) -> Exit:
    """What is to leave the payer's wallet."""
    return Exit(
        purpose=request.purpose,
        reference_id=request.reference_id,
        user_id=request.payer_id,
        amount=request.amount,
        assurance=request.assurance,
        recipient_ids=request.payee_ids,
        to_platform=not request.payee_ids,
        asks_payees=True,
        agreed_at=request.agreed_at,
    )


async def _released(db: UnitOfWork, hold: Hold) -> None:
    assert hold.reason is not None
    await exits.undo(db, purpose=hold.purpose, reference_id=hold.reference_id, user_id=hold.user_id)
    emit(
        db,
        HoldReleased(
            hold_id=hold.id,
            purpose=hold.purpose,
            reference_id=hold.reference_id,
            payer_id=hold.user_id,
            amount=hold.money,
            reason=hold.reason,
        ),
    )
