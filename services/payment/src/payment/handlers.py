"""What payment does when others say something."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import on
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace import OrderCancelled, OrderCompleted, OrderPlaced
from amigok_contracts.wallet import WithdrawalApproved
from payment import orders
from payment.invoices import billing
from payment.invoices import service as invoices
from payment.payouts import service as payouts


@on(OrderPlaced)
async def order_placed(event: OrderPlaced, db: AsyncSession) -> None:
    await invoices.issue(db, await orders.placed(db, event))


@on(OrderCancelled)
async def order_cancelled(event: OrderCancelled, db: AsyncSession) -> None:
    await orders.ended(db, event.order_id, "cancelled")


@on(OrderCompleted)
async def order_completed(event: OrderCompleted, db: AsyncSession) -> None:
    await invoices.issue(db, await orders.ended(db, event.order_id, "completed"))


@on(UserDeleted)
async def user_deleted(event: UserDeleted, db: AsyncSession) -> None:
    await billing.erase(db, event.user_id)


@on(WithdrawalApproved)
async def withdrawal_approved(event: WithdrawalApproved, db: AsyncSession) -> None:
    await payouts.begin(db, event)
