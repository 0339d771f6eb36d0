"""What the wallet publishes about withdrawals."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.wallet import WithdrawalApproved
from payment.payouts import service


@on(WithdrawalApproved)
async def withdrawal_approved(db: UnitOfWork, event: WithdrawalApproved) -> None:
    await service.begin(db, event)
