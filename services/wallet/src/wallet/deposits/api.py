"""Deposits over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Response

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.locations import follow
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.accounts.errors import AmountOutOfBounds, WalletMissing
from wallet.deposits import service
from wallet.deposits.schemas import DepositIn, DepositOut

router = APIRouter(prefix="/api/v1/wallet")


@router.post(
    "/deposit", status_code=202, response_model=DepositOut, responses=problems(WalletMissing, AmountOutOfBounds)
)
@follow("/api/v1/payments/{id}")
async def deposit(body: DepositIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Starts a deposit. The payment with the same id says how to pay."""

    async def request(db: UnitOfWork) -> DepositOut:
        return DepositOut.of(await service.request(db, user_id=me.id, amount=body.amount, method=body.method))

    async def now(db: UnitOfWork, deposit_id: UUID) -> DepositOut:
        return DepositOut.of(await service.one(db, deposit_id))

    return await once.commit(request, status=202, now=now)


@router.get("/deposits")
async def list_deposits(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[DepositOut]:
    """Your deposits, newest first."""
    found, cursor = await service.mine(db, user_id=me.id, paging=paging)
    return Page(items=[DepositOut.of(deposit) for deposit in found], next_cursor=cursor)
