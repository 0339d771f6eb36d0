"""Statements over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Statements
from amigok_chassis.pagination import InvalidCursor, Page
from amigok_chassis.problems import problems
from amigok_chassis.values import IsoDateTime
from wallet.statements import documents, present, queries
from wallet.statements.errors import InTheFuture, PeriodTooLong
from wallet.statements.schemas import BalanceOut, Movement, MovementFilters, StatementRequest, WalletOut

router = APIRouter(prefix="/api/v1/wallet")

_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "application/pdf": {"schema": {"type": "string", "format": "binary"}},
            "text/csv": {"schema": {"type": "string"}},
        }
    }
}


@router.get("")
async def read_wallet(me: CurrentUser, db: Statements) -> WalletOut:
    """Your balances, open holds and what you owe, read at one moment."""
    return await present.wallet(db, user_id=me.id)


@router.get("/balance", responses=problems(InTheFuture))
async def read_balance(
    me: CurrentUser,
    db: Statements,
    as_of: Annotated[IsoDateTime | None, Query(description="What there was just before that time")] = None,
) -> BalanceOut:
    """Your balances, now or at a time."""
    if as_of is None:
        return await present.balance(db, user_id=me.id)
    return await queries.balance(db, user_id=me.id, as_of=as_of)


@router.get("/transactions", responses=problems(InvalidCursor))
async def list_transactions(
    me: CurrentUser, db: Statements, filters: Annotated[MovementFilters, Query()]
) -> Page[Movement]:
    """The movements of your wallet, newest first. Each `available_after` follows from the one before."""
    return await queries.movements(db, user_id=me.id, filters=filters)


@router.get("/statement", response_class=Response, responses=_FILE | problems(InTheFuture, PeriodTooLong))
async def read_statement(me: CurrentUser, db: Statements, period: Annotated[StatementRequest, Query()]) -> Response:
    """A statement of a period in one currency, as PDF or CSV."""
    wanted = period.model_dump(exclude={"format"})
    return await documents.made(await queries.statement(db, user_id=me.id, **wanted), period.format)
