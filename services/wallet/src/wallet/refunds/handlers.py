"""How refunds end, as payment learns it."""

from amigok_chassis.inbox import Reject
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import RefundCompleted, RefundFailed, RefundMadeOutside, RefundReturned
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.service import wallet_of
from wallet.holds.errors import HoldEnded
from wallet.refunds import service


@on(RefundCompleted, locks=[ACCOUNTS.by(lambda event: wallet_of(event.user_id, event.amount.currency))])
async def refund_completed(db: UnitOfWork, event: RefundCompleted) -> None:
    """An event that contradicts an earlier one becomes a dead letter: trying again would not help."""
    use_case = service.settle if event.charged_to == "user" else service.give
    to = event.provider if event.destination == "provider" else "wallet"
    try:
        await use_case(db, refund_id=event.refund_id, user_id=event.user_id, amount=event.amount, to=to)
    except (LookupError, HoldEnded) as error:
        raise Reject(str(error)) from error


@on(RefundFailed, locks=[ACCOUNTS.of("user_id")])
async def refund_failed(db: UnitOfWork, event: RefundFailed) -> None:
    """For what the platform would have paid, nothing is held."""
    if event.charged_to == "user":
        await service.fail(db, refund_id=event.refund_id, user_id=event.user_id, reason=event.reason)


@on(RefundMadeOutside, locks=[ACCOUNTS.of("user_id")])
async def refund_made_outside(db: UnitOfWork, event: RefundMadeOutside) -> None:
    await service.made_outside(
        db,
        refund_id=event.refund_id,
        payment_id=event.payment_id,
        user_id=event.user_id,
        amount=event.amount,
        provider=event.provider,
    )


@on(RefundReturned, locks=[ACCOUNTS.of("user_id")])
async def refund_returned(db: UnitOfWork, event: RefundReturned) -> None:
    await service.returned(
        db,
        refund_id=event.refund_id,
        user_id=event.user_id,
        amount=event.amount,
        provider=event.provider,
        charged_to=event.charged_to,
        outside=event.made_outside,
    )
