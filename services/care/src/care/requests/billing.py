"""What the wallet's answers mean for a request, and what is asked of it when the care is done."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.care import CareMoreAsked, CarePaymentRefused, CareSettled, CareUnpaid
from care.payments import queries as payments
from care.payments import service as paying
from care.payments.models import Payment
from care.requests.models import Request


async def settle(db: UnitOfWork, request: Request) -> None:
    """Takes what completed care came to from what is held, and gives back the rest; the request is locked.

    What the owner has authorised and is not held is charged as mandatory: an emergency, mandatory care, a hold that
    has expired. For what goes beyond they are asked.
    """
    left, covered = request.cost, request.authorised
    await _give_up(db, request)
    for payment in await payments.of_request(db, request.id, "held"):
        if payment.has_run_out(clock.now()):
            paying.release(db, payment, "expired")
            continue
        taken = min(left, payment.amount)
        paying.capture(db, payment, taken)
        left -= taken
        covered -= payment.amount
    if request.owner_id is None:
        return
    owed = min(left, max(covered, 0))
    if owed:
        await paying.charge(
            db,
            request_id=request.id,
            payer_id=request.owner_id,
            amount=request.money(owed),
            description=request.service_name,
        )
    if left > owed:
        await ask_more(db, request, left - owed, kind="charge")


async def ask_more(db: UnitOfWork, request: Request, amount: int, *, kind: str) -> None:
    """Asks the owner for more than they have allowed, in minor units, in place of what was asked before."""
    assert request.owner_id is not None
    await _withdraw(db, request)
    payment = await paying.ask(
        db, request_id=request.id, payer_id=request.owner_id, amount=request.money(amount), kind=kind
    )
    emit(
        db,
        CareMoreAsked(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            payment_id=payment.id,
            amount=payment.money,
        ),
    )


async def held(db: UnitOfWork, payment_id: UUID) -> None:
    """The amount is set aside: the work may begin, or go on beyond what was authorised."""
    request, payment = await _of(db, payment_id)
    if not payment.move("hold", now=clock.now()):
        return
    if request.funded_at is None:
        request.funded_at = clock.now()
    else:
        request.authorised += payment.amount


async def refused(db: UnitOfWork, payment_id: UUID, reason: str) -> None:
    """The amount could not be held or taken: the owner may try again."""
    request, payment = await _of(db, payment_id)
    if not payment.move("refuse", now=clock.now()):
        return
    payment.reason = reason
    await db.flush()
    if request.state == "accepted" and request.funded_at is None:
        _return(request, reason)
    else:
        asked = sum(each.amount for each in await payments.of_request(db, request.id, "asked"))
        await ask_more(db, request, asked + payment.amount, kind=payment.kind)
    _tell(db, request, payment, reason)


async def expired(db: UnitOfWork, payment_id: UUID, reason: str) -> None:
    """Nothing is held any more. Unless a time is set or the work has begun, the owner has to accept again."""
    request, payment = await _of(db, payment_id)
    if not payment.move("release", now=clock.now()):
        return
    payment.reason = reason
    if request.state == "accepted":
        _return(request, reason)
        _tell(db, request, payment, reason)


async def captured(db: UnitOfWork, payment_id: UUID, amount: Money) -> None:
    """What the care came to was taken of what was held."""
    _, payment = await _of(db, payment_id)
    if payment.move("take", now=clock.now()):
        payment.taken = amount.minor


async def charged(db: UnitOfWork, payment_id: UUID, *, owed: Money) -> None:
    """A charge was taken, except for what is owed of it."""
    request, payment = await _of(db, payment_id)
    payment.taken = payment.amount
    if owed.minor:
        await _owe(db, request, payment, owed)
    else:
        payment.move("charge", now=clock.now())


async def owe(db: UnitOfWork, payment_id: UUID, remaining: Money) -> None:
    """What the owner lacked is a debt: the animal cannot be sold while they own it."""
    request, payment = await _of(db, payment_id)
    payment.taken = payment.amount
    await _owe(db, request, payment, remaining)


async def settled(db: UnitOfWork, payment_id: UUID) -> None:
    """Nothing of the debt is left."""
    request, payment = await _of(db, payment_id)
    payment.taken = payment.amount
    if payment.move("settle", now=clock.now()):
        emit(db, CareSettled(livestock_id=request.livestock_id, source_id=payment.id, request_id=request.id))


async def _owe(db: UnitOfWork, request: Request, payment: Payment, owed: Money) -> None:
    if payment.move("owe", now=clock.now()):
        emit(
            db,
            CareUnpaid(
                livestock_id=request.livestock_id,
                source_id=payment.id,
                owner_id=payment.payer_id,
                request_id=request.id,
                owed=owed,
            ),
        )


async def _of(db: UnitOfWork, payment_id: UUID) -> tuple[Request, Payment]:
    """Returns a payment that the wallet speaks of, with its request, which is locked."""
    payment = await db.get_one(Payment, payment_id, populate_existing=True)
    request = await db.get_one(Request, payment.request_id, with_for_update={"key_share": True}, populate_existing=True)
    await db.refresh(payment)
    return request, payment


async def _give_up(db: UnitOfWork, request: Request) -> None:
    """Ends what was asked for and has not been answered: the work is done without it."""
    for payment in await payments.of_request(db, request.id, "requested"):
        paying.release(db, payment, "not_needed")
    await _withdraw(db, request)


async def _withdraw(db: UnitOfWork, request: Request) -> None:
    for payment in await payments.of_request(db, request.id, "asked"):
        payment.move("withdraw", now=clock.now())
    await db.flush()


def _return(request: Request, reason: str) -> None:
    """Has the owner accept again."""
    request.become("return")
    request.funding = request.funded_at = request.accepted_at = None
    request.authorised, request.payment_refusal = 0, reason


def _tell(db: UnitOfWork, request: Request, payment: Payment, reason: str) -> None:
    emit(
        db,
        CarePaymentRefused(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=payment.payer_id,
            amount=payment.money,
            reason=reason,
        ),
    )
