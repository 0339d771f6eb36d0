"""Other services ask whether something may leave."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import ChargeRequested
from wallet.exits import service
from wallet.exits.queries import Exit


@on(ChargeRequested)
async def charge_requested(db: UnitOfWork, event: ChargeRequested) -> None:
    exit = Exit(
        purpose="charge",
        reference_id=event.payment_id,
        user_id=event.user_id,
        amount=event.amount,
        assurance=event.assurance,
    )
    await service.ask(db, exit)
