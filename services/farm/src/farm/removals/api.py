"""Removals over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, RecentAdministrator, RecentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from amigok_chassis.rows import VersionConflict
from farm.livestock.errors import IllegalMovement, LivestockNotFound
from farm.removals import queries, service
from farm.removals.errors import (
    ApproverGone,
    DayOutOfRange,
    LivestockBlocked,
    NotOwner,
    OwnerInactive,
    RemovalNotFound,
    RemovalUnderWay,
)
from farm.removals.schemas import CompletionIn, RejectionIn, RemovalIn, RemovalOut, ScheduleIn, State

router = APIRouter(prefix="/api/v1")
admin = APIRouter(prefix="/api/v1/admin/removals", dependencies=[Depends(requires("admin"))])


@router.post(
    "/livestock/{livestock_id}/withdraw-request",
    status_code=201,
    responses=problems(NotOwner, LivestockNotFound, IllegalMovement, RemovalUnderWay, DayOutOfRange),
)
async def request_removal(livestock_id: UUID, body: RemovalIn, me: RecentUser, db: Session) -> RemovalOut:
    """Requests the removal of your animal. It cannot be sold until the removal has ended."""
    return RemovalOut.model_validate(await service.request(db, livestock_id, body, owner_id=me.id))


@router.get("/my-removals")
async def list_my_removals(me: CurrentUser, page: PageRequest, db: Reader) -> Page[RemovalOut]:
    """Lists the removals that you have requested, newest first."""
    return await queries.of_owner(db, page, owner_id=me.id)


@router.get("/removals/{removal_id}", responses=problems(RemovalNotFound))
async def get_removal(removal_id: UUID, me: CurrentUser, db: Reader) -> RemovalOut:
    """Returns one removal, for its owner and administrators."""
    return await queries.show(db, removal_id, viewer=me)


@router.post("/removals/{removal_id}/cancel", responses=problems(RemovalNotFound, WrongState))
async def cancel_removal(removal_id: UUID, me: CurrentUser, db: Session) -> RemovalOut:
    """Cancels your request. You can do so until the animal has left."""
    return RemovalOut.model_validate(await service.cancel(db, removal_id, owner_id=me.id))


@admin.get("")
async def list_removals(
    page: PageRequest, db: Reader, state: Annotated[State, Query()] = "requested"
) -> Page[RemovalOut]:
    """Lists the removals in a state, oldest first."""
    return await queries.in_state(db, page, state=state)


@admin.post(
    "/{removal_id}/approve",
    responses=problems(
        NotEntitled, OwnBehalf, RemovalNotFound, OwnerInactive, VersionConflict, WrongState, DayOutOfRange
    ),
)
async def approve_removal(removal_id: UUID, body: ScheduleIn, me: RecentAdministrator, db: Session) -> RemovalOut:
    """Schedules a removal for a day and a fee, or changes both."""
    return RemovalOut.model_validate(await service.approve(db, removal_id, by=me.id, **dict(body)))


@admin.post(
    "/{removal_id}/reject",
    responses=problems(NotEntitled, OwnBehalf, RemovalNotFound, VersionConflict, WrongState),
)
async def reject_removal(removal_id: UUID, body: RejectionIn, me: RecentAdministrator, db: Session) -> RemovalOut:
    """Rejects a removal; the animal stays."""
    return RemovalOut.model_validate(await service.reject(db, removal_id, by=me.id, **dict(body)))


@admin.post(
    "/{removal_id}/complete",
    responses=problems(
        NotEntitled,
        OwnBehalf,
        RemovalNotFound,
        ApproverGone,
        IllegalMovement,
        LivestockBlocked,
        OwnerInactive,
        VersionConflict,
        WrongState,
    ),
)
async def complete_removal(removal_id: UUID, body: CompletionIn, me: RecentAdministrator, db: Session) -> RemovalOut:
    """Completes a removal: the animal has left, its place is free, and its owner is charged the fee."""
    return RemovalOut.model_validate(await service.complete(db, removal_id, version=body.version, by=me.id))
