"""Differences over HTTP."""

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from analytics.agreement import service
from analytics.agreement.schemas import BookDifferenceOut

admin = APIRouter(prefix="/api/v1/admin/analytics", dependencies=[Depends(requires("admin"))])


@admin.get("/differences")
async def list_book_differences(db: Reader, paging: PageRequest) -> Page[BookDifferenceOut]:
    """Lists where the facts differ from what services state of their books."""
    return await service.page(db, paging)
