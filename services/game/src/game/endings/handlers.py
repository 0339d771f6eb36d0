"""What the contests themselves publish."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_contests import ContestEnded
from amigok_contracts.game_results import ResultCorrected
from game.endings import service


@on(ContestEnded)
async def contest_ended(db: UnitOfWork, event: ContestEnded) -> None:
    await service.look_now(db, event.contest_id)


@on(ResultCorrected)
async def result_corrected(db: UnitOfWork, event: ResultCorrected) -> None:
    await service.look_now(db, event.contest_id)
