"""Settlements that payment has reconciled."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import SettlementReconciled
from wallet.settlements import service


@on(SettlementReconciled)
async def settlement_reconciled(db: UnitOfWork, event: SettlementReconciled) -> None:
    await service.book(
        db,
        settlement_id=event.settlement_id,
        version=event.aggregate_version,
        provider=event.provider,
        fees=event.fees,
    )
