"""Livestock types over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, MaybeUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from farm.types import service
from farm.types.errors import LivestockTypeExists, LivestockTypeNotFound
from farm.types.schemas import (
    IncludeRetired,
    LivestockTypeChange,
    LivestockTypeDetails,
    LivestockTypeIn,
    LivestockTypeOut,
)

router = APIRouter(prefix="/api/v1/livestock-types")
admin = APIRouter(prefix="/api/v1/admin/livestock-types", dependencies=[Depends(requires("admin"))])


@admin.post("", status_code=201, responses=problems(LivestockTypeExists))
async def add_livestock_type(body: LivestockTypeIn, me: CurrentUser, db: Session) -> LivestockTypeDetails:
    """Adds a livestock type."""
    return await service.add(db, body, by=me.id)


@admin.put("/{type_id}", responses=problems(LivestockTypeNotFound, LivestockTypeExists, VersionConflict))
async def change_livestock_type(type_id: UUID, body: LivestockTypeChange, db: Session) -> LivestockTypeDetails:
    """Replaces a livestock type."""
    return await service.change(db, type_id, body)


@admin.delete("/{type_id}", status_code=204, responses=problems(LivestockTypeNotFound))
async def drop_livestock_type(type_id: UUID, db: Session) -> None:
    """Removes a livestock type, or retires it if it is in use."""
    await service.drop(db, type_id)


@router.get("")
async def list_livestock_types(
    viewer: MaybeUser, page: PageRequest, db: Reader, include_retired: IncludeRetired = False
) -> Page[LivestockTypeDetails] | Page[LivestockTypeOut]:
    """Lists the livestock types; administrators see who added them."""
    return await service.list_types(db, page, include_retired=include_retired, viewer=viewer)
