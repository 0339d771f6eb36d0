"""What payment says of settlements."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import on
from amigok_contracts.payment import SettlementReconciled
from wallet.fees import service


@on(SettlementReconciled)
async def settlement_reconciled(event: SettlementReconciled, db: AsyncSession) -> None:
    await service.book(
        db,
        settlement_id=event.settlement_id,
        version=event.aggregate_version,
        provider=event.provider,
        fees=event.fees,
    )
