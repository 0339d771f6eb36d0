"""Reads of achievements."""

from uuid import UUID

from sqlalchemy import and_, or_, select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.achievements import facts
from game.achievements.models import Achievement, Grant
from game.achievements.schemas import CONDITIONS, AchievementOut, MyAchievementOut
from game.deeds.conditions import Facts, progress
from game.players import service as players


async def offered(db: UnitOfWork, paging: Paging) -> Page[AchievementOut]:
    """Returns all achievements, newest first, retired ones too."""
    rows, cursor = await paginate(db, select(Achievement), paging, key=[Achievement.id])
    return Page(items=[AchievementOut.model_validate(row) for row in rows], next_cursor=cursor)


async def of_player(db: UnitOfWork, paging: Paging, player_id: UUID) -> Page[MyAchievementOut]:
    """Returns the achievements that a player has, and those they can get, newest first. Raises NotPlaying."""
    player = await players.of(db, player_id)
    mine = and_(Grant.achievement_id == Achievement.id, Grant.player_id == player_id)
    query = select(Achievement).outerjoin(Grant, mine).where(or_(Achievement.is_active, Grant.granted_at.is_not(None)))
    rows, cursor = await paginate(db, query, paging, key=[Achievement.id])
    known = await facts.of(db, player, [CONDITIONS.validate_python(row.condition) for row in rows])
    held = select(Grant).where(Grant.player_id == player_id, Grant.achievement_id.in_([row.id for row in rows]))
    grants = {grant.achievement_id: grant for grant in await db.scalars(held)}
    return Page(items=[_shown(row, known, grants.get(row.id)) for row in rows], next_cursor=cursor)


async def latest(db: UnitOfWork, player_id: UUID, most: int) -> list[tuple[Achievement, Grant]]:
    """Returns what a player has achieved last."""
    query = select(Achievement, Grant).join(Grant, Grant.achievement_id == Achievement.id)
    query = query.where(Grant.player_id == player_id).order_by(Grant.granted_at.desc(), Grant.achievement_id)
    return [(row[0], row[1]) for row in await db.execute(query.limit(most))]


def _shown(achievement: Achievement, known: Facts, grant: Grant | None) -> MyAchievementOut:
    come = progress(CONDITIONS.validate_python(achievement.condition), known)
    names = ("id", "name", "description", "xp", "coins")
    return MyAchievementOut(
        have=come.need if grant else come.have,
        need=come.need,
        granted_at=grant.granted_at if grant else None,
        **{name: getattr(achievement, name) for name in names},
    )
