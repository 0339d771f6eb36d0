"""Use cases of streaks. The player's row is locked."""

from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from game.streaks import rules
from game.streaks.models import Streak


async def keep(db: UnitOfWork, player_id: UUID, number: int) -> bool:
    """Notes that a player has kept a day. Returns whether it is the first time for this day."""
    streak = await db.get(Streak, player_id, populate_existing=True)
    if streak is None:
        streak = Streak(player_id=player_id, length=0, longest=0, kept_days=0)
        db.add(streak)
    before = streak.run
    after = rules.keep(before, number)
    if after == before:
        return False
    streak.length, streak.longest = after.length, after.longest
    streak.kept_number, streak.forgiven_number = after.kept_number, after.forgiven_number
    streak.kept_days += 1
    await db.flush()
    return True


async def of(db: UnitOfWork, player_id: UUID) -> rules.Run:
    """Returns the streak of a player."""
    streak = await db.get(Streak, player_id)
    return rules.Run() if streak is None else streak.run
