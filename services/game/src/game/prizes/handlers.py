"""What the wallet answers."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_results import PRIZE
from amigok_contracts.wallet import RewardPaid
from game.prizes import service


@on(RewardPaid, match={"purpose": PRIZE})
async def reward_paid(db: UnitOfWork, event: RewardPaid) -> None:
    await service.paid(db, event.reference_id, event.transfer_id)
