"""How refunds end, as payment learns it."""

from collections.abc import Mapping
from typing import TypeVar

from amigok_chassis.inbox import Reject
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import RefundCompleted, RefundFailed, RefundMadeOutside, RefundReturned
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.service import wallet_of
from wallet.holds.errors import HoldEnded
from wallet.refunds import service

T = TypeVar("T")


@on(RefundCompleted, locks=[ACCOUNTS.by(lambda event: wallet_of(event.user_id, event.amount.currency))])
async def refund_completed(db: UnitOfWork, event: RefundCompleted) -> None:
    """An event that contradicts an earlier one becomes a dead letter: trying again would not help.

    So does one that is charged to, or goes to, what is not known here.
    """
    use_case = _one_of({"user": service.settle, "platform": service.give}, event.charged_to)
    to = _one_of({"provider": event.provider, "wallet": "wallet"}, event.destination)
    try:
        await use_case(db, refund_id=event.refund_id, user_id=event.user_id, amount=event.amount, to=to)
    except HoldEnded as error:
        raise Reject(str(error)) from error


def _one_of(known: Mapping[str, T], value: str) -> T:
    """Raises Reject for a value that is not known here."""
    if value not in known:
        raise Reject(f"no refund is made with {value}")
    return known[value]


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
