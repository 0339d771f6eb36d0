"""Claims over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from wallet.claims import queries
from wallet.claims.schemas import ClaimOut

admin = APIRouter(prefix="/api/v1/admin/wallet/claims", tags=["wallet"])


@admin.get("")
async def list_claims(
    _: Administrator,
    db: Reader,
    paging: PageRequest,
    user_id: UUID | None = None,
    open: Annotated[bool | None, Query(description="Whether something of it is still owed")] = None,
) -> Page[ClaimOut]:
    """What users owe for disputes, refunds made outside and withdrawals paid after all, newest first."""
    return await queries.claims(db, paging, user_id=user_id, open=open)
