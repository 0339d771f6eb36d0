"""What the wallet answers about refunds, and what identity publishes about people."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from amigok_contracts.wallet import RefundHeld, RefundRefused
from payment.payments.locks import PAYMENTS
from payment.refunds import service
from payment.refunds.models import Refund

ITS_PAYMENT = [PAYMENTS.by(lambda event: [(Refund.id, event.refund_id)])]
"""The payment of the refund."""


@on(RefundHeld, locks=ITS_PAYMENT)
async def refund_held(db: UnitOfWork, event: RefundHeld) -> None:
    await service.apply(db, event.refund_id, "held")


@on(RefundRefused, locks=ITS_PAYMENT)
async def refund_refused(db: UnitOfWork, event: RefundRefused) -> None:
    await service.apply(db, event.refund_id, "failed", failure=event.reason)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await service.erase(db, event.user_id)
