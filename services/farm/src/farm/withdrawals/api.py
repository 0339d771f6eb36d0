"""Withdrawals over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, RecentAdministrator, RecentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from farm.withdrawals import service
from farm.withdrawals.schemas import CompletionIn, RejectionIn, ScheduleIn, State, WithdrawalIn, WithdrawalOut

router = APIRouter(prefix="/api/v1", tags=["withdrawals"])
admin = APIRouter(prefix="/api/v1/admin", tags=["withdrawals"], dependencies=[Depends(requires("admin"))])


@router.post("/livestock/{livestock_id}/withdraw-request", status_code=201)
async def request_withdrawal(livestock_id: UUID, body: WithdrawalIn, me: RecentUser, db: Session) -> WithdrawalOut:
    """Asks to take your animal out; it cannot be sold until that is over.

    403 `not_owner`, `step_up_required`; 404 `livestock_not_found`; 409 `illegal_movement` (it is dead or gone),
    `withdrawal_under_way`; 422 `day_out_of_range` (past, or more than a year away).
    """
    return WithdrawalOut.model_validate(await service.request(db, livestock_id, owner_id=me.id, **dict(body)))


@router.get("/my-withdraw-requests")
async def list_my_withdrawals(me: CurrentUser, page: PageRequest, db: Reader) -> Page[WithdrawalOut]:
    """What you have asked for, the newest first."""
    return await service.of_owner(db, page, owner_id=me.id)


@router.get("/withdraw-requests/{withdrawal_id}")
async def get_withdrawal(withdrawal_id: UUID, me: CurrentUser, db: Reader) -> WithdrawalOut:
    """One withdrawal, for who asked and administrators. 404 `withdrawal_not_found`."""
    return WithdrawalOut.model_validate(await service.show(db, withdrawal_id, viewer=me))


@router.post("/withdraw-requests/{withdrawal_id}/cancel")
async def cancel_withdrawal(withdrawal_id: UUID, me: CurrentUser, db: Session) -> WithdrawalOut:
    """Takes your request back, until the animal has left. 404 `withdrawal_not_found`, 409 `wrong_state`."""
    return WithdrawalOut.model_validate(await service.cancel(db, withdrawal_id, owner_id=me.id))


@admin.get("/withdraw-requests")
async def list_withdrawals(
    page: PageRequest, db: Reader, state: Annotated[State, Query()] = "requested"
) -> Page[WithdrawalOut]:
    """The withdrawals in a state, the oldest first."""
    return await service.queue(db, page, state=state)


@admin.post("/withdraw-requests/{withdrawal_id}/approve")
async def approve_withdrawal(
    withdrawal_id: UUID, body: ScheduleIn, me: RecentAdministrator, db: Session
) -> WithdrawalOut:
    """Says when the animal leaves, and for which fee; or another day and fee.

    403 `step_up_required`, `own_behalf`, `decision_does_not_count`; 404 `withdrawal_not_found`;
    409 `wrong_state`, `version_conflict`,
    `owner_inactive`; 422 `day_out_of_range`.
    """
    return WithdrawalOut.model_validate(await service.approve(db, withdrawal_id, by=me.id, **dict(body)))


@admin.post("/withdraw-requests/{withdrawal_id}/reject")
async def reject_withdrawal(
    withdrawal_id: UUID, body: RejectionIn, me: RecentAdministrator, db: Session
) -> WithdrawalOut:
    """The animal stays.

    403 `step_up_required`, `own_behalf`, `decision_does_not_count`; 404 `withdrawal_not_found`;
    409 `wrong_state`, `version_conflict`.
    """
    return WithdrawalOut.model_validate(await service.reject(db, withdrawal_id, by=me.id, **dict(body)))


@admin.post("/withdraw-requests/{withdrawal_id}/complete")
async def complete_withdrawal(
    withdrawal_id: UUID, body: CompletionIn, me: RecentAdministrator, db: Session
) -> WithdrawalOut:
    """The animal has gone: its place is free and its ownership has ended.

    403 `step_up_required`, `own_behalf`, `decision_does_not_count`; 404 `withdrawal_not_found`;
    409 `wrong_state`, `version_conflict`,
    `owner_inactive`, `approver_gone` (to be approved anew), `livestock_blocked` with `reasons`.
    """
    return WithdrawalOut.model_validate(await service.complete(db, withdrawal_id, version=body.version, by=me.id))
