"""The answers of the wallet and the farm, and payments for orders. Each may arrive late, early or twice."""

from amigok_chassis.service import on
from amigok_chassis.standing import STANDINGS
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockTransferRefused
from amigok_contracts.marketplace import ORDER
from amigok_contracts.payment import PaymentCompleted, WalletPaymentRequested
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused, HoldReleased
from marketplace.animals.locks import ANIMALS
from marketplace.orders import paying, service
from marketplace.orders.locks import ORDERED_LISTINGS, ORDERS

_OURS = {"purpose": ORDER}
_OF_HOLD = [ORDERS.of("reference_id"), ORDERED_LISTINGS.of("reference_id")]
_OF_ANIMAL = [ORDERS.of("order_id"), ANIMALS.of("livestock_id"), ORDERED_LISTINGS.of("order_id")]

_REASONS = {"payee_unavailable": "listing_not_active"}
"""The wallet's reasons that concern the seller, in words that tell the buyer nothing about them."""


@on(PaymentCompleted, locks=[ORDERS.of("order_id")])
async def payment_completed(db: UnitOfWork, event: PaymentCompleted) -> None:
    """What was paid from the wallet was held before."""
    if event.order_id is not None and event.provider != "wallet":
        await paying.fund(
            db, order_id=event.order_id, payment_id=event.payment_id, payer_id=event.user_id, amount=event.amount
        )


@on(WalletPaymentRequested, locks=[ORDERS.of("order_id")])
async def wallet_payment_requested(db: UnitOfWork, event: WalletPaymentRequested) -> None:
    await paying.pay_from_wallet(
        db, order_id=event.order_id, payer_id=event.user_id, amount=event.amount, assurance=event.assurance
    )


@on(HoldPlaced, match=_OURS, locks=_OF_HOLD, ahead=[STANDINGS.of("payer_id")])
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await service.confirm(db, order_id=event.reference_id)


@on(HoldRefused, match=_OURS, locks=_OF_HOLD)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    reason = _REASONS.get(event.reason, event.reason)
    await service.abandon(db, order_id=event.reference_id, state="pending", reason=reason)


@on(HoldReleased, match=_OURS, locks=_OF_HOLD)
async def hold_released(db: UnitOfWork, event: HoldReleased) -> None:
    """If the order goes on, the hold has expired. That ends a pending order; on a confirmed one the farm decides."""
    await service.abandon(db, order_id=event.reference_id, state="pending", reason=event.reason)


@on(LivestockOwnershipTransferred, locks=_OF_ANIMAL)
async def livestock_transferred(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    """Where it goes back, that concerns the complaint."""
    if event.return_id is None:
        await service.fulfil(db, order_id=event.order_id)


@on(LivestockTransferRefused, locks=_OF_ANIMAL)
async def transfer_refused(db: UnitOfWork, event: LivestockTransferRefused) -> None:
    reason = service.decisive(event.reasons)
    await service.abandon(db, order_id=event.order_id, state="confirmed", reason=reason)


@on(HoldCaptured, match=_OURS, locks=_OF_HOLD)
async def hold_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await service.complete(db, order_id=event.reference_id)
