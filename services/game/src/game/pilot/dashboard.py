"""The dashboard: one call, and a fixed number of queries whatever a player has."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from game.achievements import queries as achievements
from game.challenges import queries as challenges
from game.coins import service as coins
from game.friends import queries as friends
from game.pilot import boards
from game.pilot.schemas import AchievedOut, DashboardOut, LevelOut, StreakOut, TodayOut
from game.players import levels
from game.players import service as players
from game.players.models import Player
from game.players.schemas import PlayerOut
from game.seasons import calendar
from game.shop import queries as shop
from game.streaks import rules
from game.streaks import service as streaks
from game.tasks import queries as tasks

LATEST = 5


async def of(db: UnitOfWork, user_id: UUID) -> DashboardOut:
    """Returns what a player wants to see first. Raises NotPlaying."""
    player = await players.of(db, user_id)
    return DashboardOut(
        player=PlayerOut.model_validate(player),
        level=_level(player.xp),
        coins=await coins.balance(db, user_id),
        streak=_streak(await streaks.of(db, user_id), player),
        today=[TodayOut(kind=row.kind, total=row.total, done=row.done) for row in await tasks.today(db, player)],
        boost=await shop.boost(db, user_id, player.local_day),
        challenges=await challenges.running(db, player),
        achievements=[
            AchievedOut(id=each.id, name=each.name, granted_at=grant.granted_at)
            for each, grant in await achievements.latest(db, user_id, LATEST)
        ],
        week=await boards.place(db, calendar.week_at(clock.now()).id, user_id),
        friend_requests=await friends.received(db, user_id),
    )


def _level(xp: int) -> LevelOut:
    level = levels.level_of(xp)
    following = levels.needed(level + 1) if level < levels.HIGHEST else None
    return LevelOut(level=level, xp=xp, begins_at=levels.needed(level), next_at=following)


def _streak(run: rules.Run, player: Player) -> StreakOut:
    kept_today = run.kept_number == player.day_number
    return StreakOut(current=rules.current(run, player.day_number), longest=run.longest, kept_today=kept_today)
