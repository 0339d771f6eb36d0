"""What the wallet publishes about debts."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.wallet import DebtRecorded, DebtSettled
from farm.debts import service
from farm.livestock.locks import ANIMALS


@on(DebtRecorded, locks=[ANIMALS.of("livestock_id")])
async def debt_recorded(db: UnitOfWork, event: DebtRecorded) -> None:
    """Somebody owes the platform money for an animal: blocks its sale."""
    if event.livestock_id is not None:
        debt_id = service.debt_id(event.purpose, event.reference_id)
        await service.block(db, event.livestock_id, debt_id=debt_id, debtor_id=event.debtor_id)


@on(DebtSettled, locks=[ANIMALS.of("livestock_id")])
async def debt_settled(db: UnitOfWork, event: DebtSettled) -> None:
    """Nothing of the debt is left: ends its block."""
    if event.livestock_id is not None:
        await service.unblock(db, event.livestock_id, debt_id=service.debt_id(event.purpose, event.reference_id))
