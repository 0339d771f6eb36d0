"""What is left of deleted people, over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import Administrator
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from wallet.closing import queries
from wallet.closing.schemas import UnclaimedOut

router = APIRouter(prefix="/api/v1/admin/wallet/unclaimed")


@router.get("")
async def list_unclaimed(_: Administrator, db: Reader, paging: PageRequest) -> Page[UnclaimedOut]:
    """Money in the wallets of deleted people."""
    return await queries.unclaimed(db, paging)
