"""What payment publishes about disputes and refunds."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon, OrderRefunded
from farm.disputes import service
from farm.disputes.cases import Case
from farm.livestock.locks import ANIMALS

LOCKS = [ANIMALS.of("livestock_id")]


@on(DisputeOpened, locks=LOCKS)
async def dispute_opened(db: UnitOfWork, event: DisputeOpened) -> None:
    """The payer's bank takes the price back for now: blocks the sale of the animal."""
    if (case := Case.of_dispute(event)) is not None:
        await service.open_case(db, case)


@on(DisputeWon, locks=LOCKS)
async def dispute_won(db: UnitOfWork, event: DisputeWon) -> None:
    """The payment stands: ends the block."""
    if (case := Case.of_dispute(event)) is not None:
        await service.win(db, case)


@on(DisputeLost, locks=LOCKS)
async def dispute_lost(db: UnitOfWork, event: DisputeLost) -> None:
    """The payer's bank keeps the price: reclaims the animal, or asks people."""
    if (case := Case.of_dispute(event)) is not None:
        await service.lose(db, case)


@on(OrderRefunded, locks=LOCKS, match={"animal": "returns"})
async def order_refunded(db: UnitOfWork, event: OrderRefunded) -> None:
    """The buyer has the price back and returns the animal: reclaims it as after a lost dispute."""
    await service.lose(db, Case.of_refund(event))
