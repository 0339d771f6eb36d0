"""Achievements over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.schemas import SeenVersion
from game.achievements import queries, service
from game.achievements.errors import AchievementExists, AchievementNotFound, AchievementRetired
from game.achievements.schemas import AchievementChange, AchievementIn, AchievementOut, MyAchievementOut
from game.players.errors import NotPlaying

router = APIRouter(prefix="/api/v1/games/pilot-farming")
admin = APIRouter(prefix="/api/v1/admin/pilot-farming/achievements", dependencies=[Depends(requires("admin"))])

_CHANGED = (AchievementNotFound, AchievementRetired, VersionConflict)


@router.get("/achievements", responses=problems(NotPlaying))
async def list_achievements(me: CurrentUser, page: PageRequest, db: Reader) -> Page[MyAchievementOut]:
    """Lists the achievements, newest first, and how far you have come with each."""
    return await queries.of_player(db, page, me.id)


@admin.get("")
async def list_all_achievements(page: PageRequest, db: Reader) -> Page[AchievementOut]:
    """Lists all achievements with their conditions, retired ones too, newest first."""
    return await queries.offered(db, page)


@admin.post("", status_code=201, responses=problems(AchievementExists))
async def add_achievement(body: AchievementIn, db: Session) -> AchievementOut:
    """Adds an achievement."""
    return AchievementOut.model_validate(await service.add(db, body))


@admin.put("/{achievement_id}", responses=problems(*_CHANGED, AchievementExists))
async def change_achievement(achievement_id: UUID, body: AchievementChange, db: Session) -> AchievementOut:
    """Changes an achievement. Whoever has it keeps it."""
    return AchievementOut.model_validate(await service.change(db, achievement_id, body))


@admin.delete("/{achievement_id}", status_code=204, responses=problems(*_CHANGED))
async def retire_achievement(achievement_id: UUID, version: SeenVersion, db: Session) -> None:
    """Grants an achievement no more. Whoever has it keeps it."""
    await service.retire(db, achievement_id, seen=version)
