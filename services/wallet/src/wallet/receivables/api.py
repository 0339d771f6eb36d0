"""What people owe the platform, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends

from amigok_chassis.auth import Principal, requires
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from wallet.receivables import service
from wallet.receivables.schemas import ReceivableOut

router = APIRouter(prefix="/api/v1/admin/wallet/receivables", tags=["wallet"])


@router.get("")
async def list_receivables(
    _: Annotated[Principal, Depends(requires("admin"))], db: Reader, paging: PageRequest
) -> Page[ReceivableOut]:
    """What could not be taken, oldest first."""
    found, cursor = await service.all_open(db, paging)
    return Page(items=[ReceivableOut.of(row) for row in found], next_cursor=cursor)
