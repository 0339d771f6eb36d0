"""Use cases of achievements: what administrators offer, and what players get."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_pilot import AchievementGranted
from game.achievements import facts
from game.achievements.errors import AchievementExists, AchievementNotFound, AchievementRetired
from game.achievements.models import Achievement, Grant
from game.achievements.schemas import CONDITIONS, AchievementChange, AchievementIn
from game.deeds.conditions import progress
from game.players.models import Player
from game.rewards import service as rewards

_VIOLATIONS = {"achievements_name_key_idx": AchievementExists}
_TOLD = ("name", "condition", "xp", "coins", "is_active")


async def add(db: UnitOfWork, wanted: AchievementIn) -> Achievement:
    """Adds an achievement. Raises AchievementExists."""
    achievement = Achievement(**wanted.model_dump(mode="json"))
    db.add(achievement)
    with named_violations(_VIOLATIONS):
        await db.flush()
    after = audit.picture(achievement, *_TOLD)
    audit.record(db, "achievement.added", subject_id=achievement.id, after=after)
    return achievement


async def change(db: UnitOfWork, achievement_id: UUID, wanted: AchievementChange) -> Achievement:
    """Changes an achievement. Raises AchievementNotFound, AchievementRetired, VersionConflict, AchievementExists."""
    achievement = await _locked(db, achievement_id, seen=wanted.version)
    before = audit.picture(achievement, *_TOLD)
    for name, value in wanted.model_dump(mode="json", exclude={"version"}).items():
        setattr(achievement, name, value)
    achievement.version += 1
    with named_violations(_VIOLATIONS):
        await db.flush()
    after = audit.picture(achievement, *_TOLD)
    audit.record(db, "achievement.changed", subject_id=achievement.id, before=before, after=after)
    return achievement


async def retire(db: UnitOfWork, achievement_id: UUID, *, seen: int) -> None:
    """Grants an achievement no more. Raises AchievementNotFound, AchievementRetired, VersionConflict."""
    achievement = await _locked(db, achievement_id, seen=seen)
    before = audit.picture(achievement, *_TOLD)
    achievement.is_active = False
    achievement.version += 1
    after = audit.picture(achievement, *_TOLD)
    audit.record(db, "achievement.retired", subject_id=achievement.id, before=before, after=after)


async def grant_met(db: UnitOfWork, player: Player) -> None:
    """Grants what a player has achieved by now, each once. The player is locked."""
    has = select(Grant.achievement_id).where(Grant.player_id == player.user_id)
    query = select(Achievement).where(Achievement.is_active, Achievement.id.not_in(has)).order_by(Achievement.id)
    waiting = {each: CONDITIONS.validate_python(each.condition) for each in await db.scalars(query)}
    known = await facts.of(db, player, list(waiting.values()))
    for achievement, condition in waiting.items():
        if progress(condition, known).met:
            await _grant(db, player.user_id, achievement)


async def _grant(db: UnitOfWork, player_id: UUID, achievement: Achievement) -> None:
    row = insert(Grant).values(player_id=player_id, achievement_id=achievement.id, granted_at=clock.now())
    await db.execute(row.on_conflict_do_nothing())
    reward = rewards.Reward(player_id, "achievement", achievement.id, achievement.xp, achievement.coins)
    await rewards.give(db, [reward])
    granted = AchievementGranted(
        user_id=player_id,
        achievement_id=achievement.id,
        title=achievement.name,
        xp=achievement.xp,
        coins=achievement.coins,
    )
    emit(db, granted)


async def _locked(db: UnitOfWork, achievement_id: UUID, *, seen: int) -> Achievement:
    achievement = await db.get(Achievement, achievement_id, with_for_update=True, populate_existing=True)
    if achievement is None:
        raise AchievementNotFound
    if not achievement.is_active:
        raise AchievementRetired
    refuse_other_version(seen, achievement.version)
    return achievement
