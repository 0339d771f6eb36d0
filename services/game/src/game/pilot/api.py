"""Pilot farming over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.standing import AccountInactive
from game.pilot import boards, dashboard, service
from game.pilot.errors import NotYourFarm
from game.pilot.schemas import BoardOut, DashboardOut, Scope
from game.players import service as players
from game.players.errors import AgeNotProved, HandleTaken, MinorsAreNotShown, NotPlaying, TimeZoneChangedLately
from game.players.schemas import JoinIn, PlayerChange, PlayerOut
from game.seasons.calendar import Kind
from game.seasons.errors import SeasonNotFound

router = APIRouter(prefix="/api/v1/games/pilot-farming")


@router.post("/player", responses=problems(AccountInactive, HandleTaken, MinorsAreNotShown, NotPlaying))
async def join_pilot_farming(body: JoinIn, me: CurrentUser, db: Session) -> PlayerOut:
    """Joins pilot farming. If you play already, it answers how you play and changes nothing."""
    return PlayerOut.model_validate(await service.join(db, me.id, body))


@router.get("/player", responses=problems(NotPlaying))
async def read_player(me: CurrentUser, db: Reader) -> PlayerOut:
    """Returns how you play."""
    return PlayerOut.model_validate(await players.of(db, me.id))


@router.put(
    "/player",
    responses=problems(
        NotPlaying, VersionConflict, HandleTaken, MinorsAreNotShown, AgeNotProved, TimeZoneChangedLately
    ),
)
async def change_player(body: PlayerChange, me: CurrentUser, db: Session) -> PlayerOut:
    """Changes how you play. Another time zone counts from the end of your day on."""
    return PlayerOut.model_validate(await service.change(db, me.id, body))


@router.get("/dashboard", responses=problems(NotPlaying))
async def read_game_dashboard(me: CurrentUser, db: Reader) -> DashboardOut:
    """Returns your level, coins, streak, tasks of today, challenges and place of this week."""
    return await dashboard.of(db, me.id)


@router.get("/leaderboard", responses=problems(NotPlaying, SeasonNotFound, NotYourFarm))
async def read_players_leaderboard(
    me: CurrentUser,
    page: PageRequest,
    db: Reader,
    scope: Annotated[Scope, Query()] = "all",
    period: Annotated[Kind, Query(description="The running season of this kind")] = "week",
    season_id: Annotated[UUID | None, Query(description="Another season, such as a past one")] = None,
    farm_id: Annotated[UUID | None, Query(description="With the scope `farm`: one where you have an animal")] = None,
) -> BoardOut:
    """Returns a leaderboard by experience, and your own place on it."""
    wanted = boards.Wanted(scope, period, season_id, farm_id)
    return await boards.page(db, page, me.id, wanted)
