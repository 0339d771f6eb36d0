"""Tasks that players do by hand."""

from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis import clock, standing
from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Animal
from game.deeds import service as deeds
from game.players import service as players
from game.players.models import Player
from game.streaks import service as streaks
from game.tasks import pacing, settling
from game.tasks.errors import EvidenceNeeded, TaskNotFound, TaskOver, TooFast
from game.tasks.models import Task

_DO = text(f"UPDATE tasks SET done_at = :now, done_by = 'hand' WHERE id = :id AND done_at IS NULL {settling.RETURNING}")


async def complete(db: UnitOfWork, player_id: UUID, task_id: UUID) -> Task:
    """Does a task by hand. Repeating the call has no further effect.

    Raises AccountInactive, NotPlaying, TaskNotFound, EvidenceNeeded, TaskOver, TooFast.
    """
    await standing.require_active(db, player_id)
    player = await players.locked(db, player_id)
    task = await db.get(Task, task_id)
    if task is None or task.player_id != player_id:
        raise TaskNotFound
    if task.done_at is None:
        await _do(db, player, task)
    return task


async def _do(db: UnitOfWork, player: Player, task: Task) -> None:
    now = clock.now()
    if not task.by_hand:
        raise EvidenceNeeded
    if not task.starts_at <= now < task.ends_at or not await _owns(db, player.user_id, task.livestock_id):
        raise TaskOver
    _keep_pace(player)
    await settling.settle(db, (await db.execute(_DO, {"id": task.id, "now": now})).all())
    await _keep_day(db, player)
    await db.refresh(task)


async def _owns(db: UnitOfWork, user_id: UUID, livestock_id: UUID) -> bool:
    mine = select(Animal.id).where(Animal.id == livestock_id, Animal.owner_id == user_id, Animal.gone.is_(None))
    return await db.scalar(mine) is not None


def _keep_pace(player: Player) -> None:
    """Raises TooFast."""
    now = clock.now()
    pace = pacing.Pace(player.hand_at, player.hand_minute, player.hand_count)
    if seconds := pacing.wait(pace, now):
        raise TooFast(retry_after=seconds)
    pace = pacing.after(pace, now)
    player.hand_at, player.hand_minute, player.hand_count = pace.last_at, pace.minute, pace.count


async def _keep_day(db: UnitOfWork, player: Player) -> None:
    """The day counts for the streak once something was done by hand on it."""
    if await streaks.keep(db, player.user_id, player.day_number):
        await deeds.add(db, {(player.user_id, player.local_day, "kept_day"): 1})
        await deeds.evaluate(db, [player.user_id])
