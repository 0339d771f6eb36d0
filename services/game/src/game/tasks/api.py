"""Tasks over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.standing import AccountInactive
from amigok_chassis.values import IsoDate
from game.players.errors import NotPlaying
from game.tasks import queries, rules, service
from game.tasks.errors import EvidenceNeeded, TaskNotFound, TaskOver, TaskRuleNotFound, TooFast
from game.tasks.schemas import Kind, PilotTaskOut, State, TaskRuleChange, TaskRuleOut

router = APIRouter(prefix="/api/v1/games/pilot-farming")
admin = APIRouter(prefix="/api/v1/admin/pilot-farming/task-rules", dependencies=[Depends(requires("admin"))])


@router.get("/tasks")
async def list_tasks(
    me: CurrentUser,
    page: PageRequest,
    db: Reader,
    day: Annotated[IsoDate | None, Query(description="A day of your time zone")] = None,
    state: Annotated[State | None, Query()] = None,
    livestock_id: Annotated[UUID | None, Query()] = None,
) -> Page[PilotTaskOut]:
    """Lists your tasks, those of the latest day first."""
    return await queries.of_player(db, page, me.id, day=day, state=state, livestock_id=livestock_id)


@router.post(
    "/tasks/{task_id}/complete",
    responses=problems(AccountInactive, NotPlaying, TaskNotFound, EvidenceNeeded, TaskOver, TooFast),
)
async def complete_task(task_id: UUID, me: CurrentUser, db: Session) -> PilotTaskOut:
    """Says that you have done a task. Sent again it has no further effect."""
    [task] = await queries.shown(db, [await service.complete(db, me.id, task_id)])
    return task


@router.get("/task-rules")
async def list_task_rules(me: CurrentUser, db: Reader) -> list[TaskRuleOut]:
    """Lists the kinds of tasks: how each is done and what it gives."""
    return await queries.rules(db)


@admin.put("/{kind}", responses=problems(TaskRuleNotFound, VersionConflict))
async def change_task_rule(kind: Kind, body: TaskRuleChange, db: Session) -> TaskRuleOut:
    """Changes how a kind of task is done and what it gives, for days that begin later."""
    return TaskRuleOut.model_validate(await rules.change(db, kind, body))
