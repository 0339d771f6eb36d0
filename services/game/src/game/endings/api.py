"""The end of contests over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Response

from amigok_chassis.auth import Administrator, RecentAdministrator
from amigok_chassis.db import Session
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.problems import problems
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from game.contests.errors import ContestNotFound
from game.endings import service
from game.prizes.errors import NotFinal, NothingToAgree
from game.prizes.schemas import DistributionOut
from game.results.errors import MarksMissing, NoScores, NotEnded
from game.results.schemas import ResultOut

admin = APIRouter(prefix="/api/v1/admin/contests/{contest_id}")


@admin.post(
    "/announce-winners",
    responses=problems(ContestNotFound, OwnBehalf, NotEnded, MarksMissing, NoScores),
)
async def announce_winners(contest_id: UUID, me: Administrator, db: Session) -> ResultOut:
    """Announces the result ahead of the clock. From now on entrants may appeal."""
    return ResultOut.model_validate(await service.announce_by_hand(db, contest_id, by=me.id))


@admin.post(
    "/distribute-prizes",
    response_model=DistributionOut,
    responses=problems(ContestNotFound, OwnBehalf, NotFinal, NotEntitled, NothingToAgree),
)
async def distribute_prizes(contest_id: UUID, me: RecentAdministrator, once: OnceOnly) -> Response:
    """Gives the prizes of a final result ahead of the clock. Where they come to much, another administrator agrees."""
    return await once.commit(lambda db: service.distribute(db, contest_id, by=me.id), status=200)
