"""Debts over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from wallet.debts import queries
from wallet.debts.schemas import DebtOut

admin = APIRouter(prefix="/api/v1/admin/wallet/debts")


@admin.get("")
async def list_debts(
    _: Administrator,
    db: Reader,
    paging: PageRequest,
    user_id: UUID | None = None,
    open: Annotated[bool | None, Query(description="Whether something of it remains")] = None,
) -> Page[DebtOut]:
    """What users owe, or may owe while a payment is disputed, newest first."""
    return await queries.debts(db, paging, user_id=user_id, open=open)
