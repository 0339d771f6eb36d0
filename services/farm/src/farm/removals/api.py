"""Removals over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, RecentAdministrator, RecentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from farm.removals import queries, service
from farm.removals.schemas import CompletionIn, RejectionIn, RemovalIn, RemovalOut, ScheduleIn, State

router = APIRouter(prefix="/api/v1", tags=["removals"])
admin = APIRouter(prefix="/api/v1/admin/removals", tags=["removals"], dependencies=[Depends(requires("admin"))])


@router.post("/livestock/{livestock_id}/withdraw-request", status_code=201)
async def request_removal(livestock_id: UUID, body: RemovalIn, me: RecentUser, db: Session) -> RemovalOut:
    """Requests the removal of your animal. It cannot be sold until the removal has ended.

    403 `not_owner`, `step_up_required`; 404 `livestock_not_found`; 409 `illegal_movement` (it is dead or gone),
    `removal_under_way`; 422 `day_out_of_range` (past, or more than a year away).
    """
    return RemovalOut.model_validate(await service.request(db, livestock_id, body, owner_id=me.id))


@router.get("/my-removals")
async def list_my_removals(me: CurrentUser, page: PageRequest, db: Reader) -> Page[RemovalOut]:
    """Lists the removals that you have requested, newest first."""
    return await queries.of_owner(db, page, owner_id=me.id)


@router.get("/removals/{removal_id}")
async def get_removal(removal_id: UUID, me: CurrentUser, db: Reader) -> RemovalOut:
    """Returns one removal, for its owner and administrators. 404 `removal_not_found`."""
    return await queries.show(db, removal_id, viewer=me)


@router.post("/removals/{removal_id}/cancel")
async def cancel_removal(removal_id: UUID, me: CurrentUser, db: Session) -> RemovalOut:
    """Cancels your request. You can do so until the animal has left. 404 `removal_not_found`, 409 `wrong_state`."""
    return RemovalOut.model_validate(await service.cancel(db, removal_id, owner_id=me.id))


@admin.get("")
async def list_removals(
    page: PageRequest, db: Reader, state: Annotated[State, Query()] = "requested"
) -> Page[RemovalOut]:
    """Lists the removals in a state, oldest first."""
    return await queries.in_state(db, page, state=state)


@admin.post("/{removal_id}/approve")
async def approve_removal(removal_id: UUID, body: ScheduleIn, me: RecentAdministrator, db: Session) -> RemovalOut:
    """Schedules a removal for a day and a fee, or changes both.

    403 `step_up_required`, `own_behalf`, `decision_does_not_count`; 404 `removal_not_found`; 409 `wrong_state`,
    `version_conflict`, `owner_inactive`; 422 `day_out_of_range`.
    """
    return RemovalOut.model_validate(await service.approve(db, removal_id, by=me.id, **dict(body)))


@admin.post("/{removal_id}/reject")
async def reject_removal(removal_id: UUID, body: RejectionIn, me: RecentAdministrator, db: Session) -> RemovalOut:
    """Rejects a removal; the animal stays.

    403 `step_up_required`, `own_behalf`, `decision_does_not_count`; 404 `removal_not_found`; 409 `wrong_state`,
    `version_conflict`.
    """
    return RemovalOut.model_validate(await service.reject(db, removal_id, by=me.id, **dict(body)))


@admin.post("/{removal_id}/complete")
async def complete_removal(removal_id: UUID, body: CompletionIn, me: RecentAdministrator, db: Session) -> RemovalOut:
    """Completes a removal: the animal has left, its place is free, and its owner is charged the fee.

    403 `step_up_required`, `own_behalf`, `decision_does_not_count`; 404 `removal_not_found`; 409 `wrong_state`,
    `version_conflict`, `owner_inactive`, `approver_gone` (somebody else must approve it again), `livestock_blocked`
    with `reasons`.
    """
    return RemovalOut.model_validate(await service.complete(db, removal_id, version=body.version, by=me.id))
