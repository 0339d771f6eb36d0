"""Withdrawals over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from amigok_chassis.auth import Administrator, CurrentUser, Principal, RecentAdministrator, RecentUser, assurance
from amigok_chassis.db import Session
from amigok_chassis.errors import SecondFactorRequired
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.locations import follow
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems, raising
from amigok_chassis.proposals.errors import NotEntitled
from amigok_chassis.standing.service import AccountInactive
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.accounts.errors import AmountOutOfBounds, BalanceTooLarge, InsufficientFunds, WalletMissing
from wallet.exits import service as exits
from wallet.exits.errors import DailyLimitExceeded, DisputeOpen, ExitDelayed, ExitsStopped
from wallet.withdrawals import decisions, service, shown
from wallet.withdrawals.errors import (
    CoolDown,
    KycRequired,
    OwnWithdrawal,
    SecondAdministratorRequired,
    WithdrawalChanged,
    WithdrawalClosed,
    WithdrawalNotFound,
)
from wallet.withdrawals.machine import State
from wallet.withdrawals.schemas import DecisionIn, ReviewDetailOut, ReviewOut, WithdrawalOut, WithdrawIn

router = APIRouter(prefix="/api/v1/wallet/withdraw")
admin = APIRouter(prefix="/api/v1/admin/wallet/withdrawals")


@raising(SecondFactorRequired)
async def _with_fresh_second_factor(me: RecentUser) -> Principal:
    """The user, who has lately shown a second factor. Raises StepUpRequired, SecondFactorRequired."""
    if "mfa" not in me.amr:
        raise SecondFactorRequired
    return me


WellKnownUser = Annotated[Principal, Depends(_with_fresh_second_factor)]


@router.post(
    "",
    status_code=202,
    response_model=WithdrawalOut,
    responses=problems(
        AccountInactive,
        CoolDown,
        ExitDelayed,
        ExitsStopped,
        KycRequired,
        WalletMissing,
        BalanceTooLarge,
        DailyLimitExceeded,
        DisputeOpen,
        InsufficientFunds,
        AmountOutOfBounds,
    ),
)
@follow("/api/v1/wallet/withdraw/requests")
async def withdraw(body: WithdrawIn, me: WellKnownUser, once: OnceOnly) -> Response:
    """Requests a withdrawal to an account of yours. The amount is held until the withdrawal ends."""

    async def request(db: UnitOfWork) -> WithdrawalOut:
        withdrawal = await service.request(
            db,
            user_id=me.id,
            amount=body.amount,
            method=body.method,
            account=body.account,
            assurance=assurance(me),
        )
        return shown.to_owner(db, withdrawal)

    async def now(db: UnitOfWork, withdrawal_id: UUID) -> WithdrawalOut:
        return shown.to_owner(db, await service.one(db, withdrawal_id))

    return await exits.telling(once.db, once.commit(request, status=202, now=now))


@router.get("/requests")
async def list_own(me: CurrentUser, db: Session, paging: PageRequest) -> Page[WithdrawalOut]:
    """Your withdrawals, newest first."""
    found, cursor = await service.mine(db, user_id=me.id, paging=paging)
    return Page(items=[shown.to_owner(db, withdrawal) for withdrawal in found], next_cursor=cursor)


@router.post(
    "/{withdrawal_id}/cancel",
    response_model=WithdrawalOut,
    responses=problems(WithdrawalNotFound, BalanceTooLarge, WithdrawalClosed),
)
async def cancel(withdrawal_id: UUID, me: CurrentUser, once: OnceOnly) -> Response:
    """Cancels a withdrawal that is not approved yet."""

    async def take_back(db: UnitOfWork) -> WithdrawalOut:
        return shown.to_owner(db, await service.cancel(db, withdrawal_id, user_id=me.id))

    return await once.commit(take_back, status=200)


@router.put(
    "/{withdrawal_id}/status",
    responses=problems(
        AccountInactive,
        CoolDown,
        NotEntitled,
        ExitsStopped,
        KycRequired,
        OwnWithdrawal,
        WithdrawalNotFound,
        BalanceTooLarge,
        DisputeOpen,
        SecondAdministratorRequired,
        WithdrawalChanged,
        WithdrawalClosed,
    ),
)
async def decide(withdrawal_id: UUID, body: DecisionIn, me: RecentAdministrator, db: Session) -> ReviewOut:
    """Approves or rejects a withdrawal. A large one needs two administrators, one after the other."""
    withdrawal = await decisions.decide(db, withdrawal_id, status=body.status, seen=body.seen, note=body.note, by=me.id)
    return shown.to_administrator(db, withdrawal)


@admin.get("")
async def list_all(
    _: Administrator,
    db: Session,
    paging: PageRequest,
    status: Annotated[State | None, Query(description="Those in this state")] = None,
) -> Page[ReviewOut]:
    """Everybody's withdrawals, oldest first."""
    found, cursor = await decisions.queue(db, status=status, paging=paging)
    return Page(items=[shown.to_administrator(db, withdrawal) for withdrawal in found], next_cursor=cursor)


@admin.get("/{withdrawal_id}", responses=problems(WithdrawalNotFound))
async def read(withdrawal_id: UUID, _: RecentAdministrator, db: Session) -> ReviewDetailOut:
    """A withdrawal with the whole account that it goes to."""
    return await shown.whole(db, await decisions.look(db, withdrawal_id))
