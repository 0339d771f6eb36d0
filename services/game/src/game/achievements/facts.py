"""Reads what conditions ask for."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import distinct, func, select

from amigok_chassis.unit_of_work import UnitOfWork
from game.deeds.conditions import Condition, Facts, animals_asked
from game.deeds.models import Deed
from game.players.levels import level_of
from game.players.models import Player
from game.streaks import service as streaks
from game.tasks.models import Task

Span = tuple[date, date]


async def of(db: UnitOfWork, player: Player, conditions: Collection[Condition]) -> Facts:
    """Returns all that these conditions ask of a player."""
    run = await streaks.of(db, player.user_id)
    return Facts(
        days=await _days(db, player.user_id),
        animals=await _animals(db, player.user_id, conditions, None),
        longest_streak=run.longest,
        level=level_of(player.xp),
    )


async def within(db: UnitOfWork, player_id: UUID, asked: Sequence[tuple[Condition, Span]]) -> list[Facts]:
    """Returns what each condition asks of what a player has done from one of their days to another, both included."""
    if not asked:
        return []
    widest = min(span[0] for _, span in asked), max(span[1] for _, span in asked)
    days = await _days(db, player_id, widest)
    return [
        Facts(days=_between(days, span), animals=await _animals(db, player_id, [condition], span))
        for condition, span in asked
    ]


def _between(days: Mapping[str, Mapping[date, int]], span: Span) -> dict[str, dict[date, int]]:
    first, last = span
    return {kind: {day: n for day, n in counts.items() if first <= day <= last} for kind, counts in days.items()}


async def _days(db: UnitOfWork, player_id: UUID, span: Span | None = None) -> dict[str, dict[date, int]]:
    query = select(Deed.kind, Deed.local_day, Deed.count).where(Deed.player_id == player_id)
    found: dict[str, dict[date, int]] = defaultdict(dict)
    for kind, day, count in await db.execute(query if span is None else query.where(Deed.local_day.between(*span))):
        found[kind][day] = count
    return found


async def _animals(
    db: UnitOfWork, player_id: UUID, conditions: Collection[Condition], span: Span | None
) -> dict[tuple[str, ...], int]:
    """How many different animals were cared for, for each set of kinds that some condition names."""
    asked = {kinds for condition in conditions for kinds in animals_asked(condition)}
    query = select(func.count(distinct(Task.livestock_id))).where(
        Task.player_id == player_id, Task.done_at.is_not(None)
    )
    query = query if span is None else query.where(Task.local_day.between(*span))
    return {kinds: await db.scalar(query.where(Task.kind.in_(kinds))) or 0 for kinds in sorted(asked)}
