"""What the contests themselves publish."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_contests import ContestEnded
from game.endings import service


@on(ContestEnded)
async def contest_ended(db: UnitOfWork, event: ContestEnded) -> None:
    await service.begin(db, event.contest_id)
