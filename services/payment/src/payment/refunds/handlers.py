"""What the wallet answers about refunds, and what identity publishes about users."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from amigok_contracts.payment import REFUND
from amigok_contracts.wallet import HoldPlaced, HoldRefused
from payment.payments.locks import PAYMENTS
from payment.refunds import service
from payment.refunds.models import Refund

ITS_PAYMENT = [PAYMENTS.by(lambda event: [(Refund.id, event.reference_id)])]
"""The payment of the refund that a hold is for."""

FOR_REFUND = {"purpose": REFUND}


@on(HoldPlaced, locks=ITS_PAYMENT, match=FOR_REFUND)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await service.apply(db, event.reference_id, "held")


@on(HoldRefused, locks=ITS_PAYMENT, match=FOR_REFUND)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await service.apply(db, event.reference_id, "failed", failure=event.reason)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await service.erase(db, event.user_id)
