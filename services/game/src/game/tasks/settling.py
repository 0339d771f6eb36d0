"""What follows when tasks are done: rewards, deeds, perfect days, streaks, and one event for each player."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_pilot import CompletedTask, TasksCompleted
from game.deeds import service as deeds
from game.rewards import service as rewards

RETURNING = """
RETURNING tasks.id, tasks.player_id, tasks.livestock_id, tasks.kind, tasks.local_day, tasks.xp, tasks.coins,
    tasks.request_id
"""
"""What `settle` has to know of tasks that a statement has marked as done."""

MOST = 500
"""So many tasks are told in one event."""

_PERFECT = text("""
SELECT day.player_id, day.local_day
FROM unnest(CAST(:players AS uuid[]), CAST(:days AS date[])) AS day (player_id, local_day)
WHERE NOT EXISTS (
    SELECT FROM tasks WHERE tasks.player_id = day.player_id AND tasks.local_day = day.local_day
        AND tasks.done_at IS NULL AND tasks.request_id IS NULL
)
""")
"""Days whose daily tasks are all done. A task is done once, so a day is found here once: with its last daily task."""


async def settle(db: UnitOfWork, done: Sequence[Row[Any]]) -> None:
    """Gives what tasks that were done just now have promised. Their players are locked."""
    if not done:
        return
    await rewards.give(
        db,
        [
            rewards.Reward(each.player_id, "task", each.id, each.xp, each.coins)
            for each in done
            if each.xp or each.coins
        ],
    )
    counts = Counter((each.player_id, each.local_day, each.kind) for each in done)
    counts.update((*day, "perfect_day") for day in await _perfect(db, done))
    await deeds.add(db, {key: counts[key] for key in sorted(counts)})
    await deeds.evaluate(db, {each.player_id for each in done})
    for event in _events(done):
        emit(db, event)


async def _perfect(db: UnitOfWork, done: Sequence[Row[Any]]) -> list[tuple[UUID, date]]:
    touched = sorted({(each.player_id, each.local_day) for each in done if each.request_id is None})
    if not touched:
        return []
    players, days = (list(column) for column in zip(*touched, strict=True))
    return [(row.player_id, row.local_day) for row in await db.execute(_PERFECT, {"players": players, "days": days})]


def _events(done: Iterable[Row[Any]]) -> Iterator[TasksCompleted]:
    by_player: dict[UUID, list[CompletedTask]] = defaultdict(list)
    for each in done:
        by_player[each.player_id].append(_told(each))
    for player_id, tasks in sorted(by_player.items()):
        for first in range(0, len(tasks), MOST):
            yield TasksCompleted(user_id=player_id, tasks=tuple(tasks[first : first + MOST]))


def _told(task: Row[Any]) -> CompletedTask:
    return CompletedTask(
        task_id=task.id,
        livestock_id=task.livestock_id,
        kind=task.kind,
        local_day=task.local_day,
        xp=task.xp,
        coins=task.coins,
    )
