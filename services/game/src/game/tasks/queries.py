"""Reads of tasks."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Row, case, cast, func, select

from amigok_chassis import clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Animal
from game.players.models import Player
from game.tasks.models import DONE, OPEN, Task, TaskRule
from game.tasks.schemas import PilotTaskOut, TaskRuleOut


async def of_player(
    db: UnitOfWork, paging: Paging, player_id: UUID, *, day: date | None, state: str | None, livestock_id: UUID | None
) -> Page[PilotTaskOut]:
    """Returns a player's tasks, those of the latest day first."""
    query = select(Task).where(Task.player_id == player_id)
    if day is not None:
        query = query.where(Task.local_day == day)
    if livestock_id is not None:
        query = query.where(Task.livestock_id == livestock_id)
    if state is not None:
        query = query.where(_in_state(state, clock.now()))
    rows, cursor = await paginate(db, query, paging, key=[Task.local_day, Task.id])
    return Page(items=await shown(db, rows), next_cursor=cursor)


async def shown(db: UnitOfWork, tasks: Collection[Task]) -> list[PilotTaskOut]:
    """Returns tasks as their player sees them."""
    names = select(Animal.id, Animal.tag_number).where(Animal.id.in_({task.livestock_id for task in tasks}))
    tags = {row.id: row.tag_number for row in await db.execute(names)}
    now = clock.now()
    return [_shown(task, tags.get(task.livestock_id), now) for task in tasks]


async def today(db: UnitOfWork, player: Player) -> list[Row[str, int, int]]:
    """Returns how many tasks a player has now, and how many of them are done, by kind."""
    now = clock.now()
    done = func.sum(case((Task.done_at.is_not(None), 1), else_=0))
    query = select(Task.kind, func.count().label("total"), cast(done, Integer).label("done"))
    mine = query.where(Task.player_id == player.user_id, Task.local_day >= player.local_day, Task.ends_at > now)
    return list((await db.execute(mine.group_by(Task.kind).order_by(Task.kind))).all())


async def rules(db: UnitOfWork) -> list[TaskRuleOut]:
    """Returns the rules, by kind."""
    return [TaskRuleOut.model_validate(rule) for rule in await db.scalars(select(TaskRule).order_by(TaskRule.kind))]


def _in_state(state: str, now: datetime) -> ColumnElement[bool]:
    if state == DONE:
        return Task.done_at.is_not(None)
    return Task.done_at.is_(None) & (Task.ends_at > now if state == OPEN else Task.ends_at <= now)


def _shown(task: Task, tag_number: str | None, now: datetime) -> PilotTaskOut:
    names = (
        "id",
        "livestock_id",
        "kind",
        "local_day",
        "by_hand",
        "xp",
        "coins",
        "starts_at",
        "ends_at",
        "done_at",
        "done_by",
    )
    return PilotTaskOut(state=task.state(now), tag_number=tag_number, **{name: getattr(task, name) for name in names})
