"""Farms over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import InvalidCursor, Page
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from farm.farms import service
from farm.farms.errors import CapacityBelowOccupancy, FarmExists, FarmNotFound
from farm.farms.schemas import FarmChange, FarmFilters, FarmIn, FarmOut

router = APIRouter(prefix="/api/v1/farms")
admin = APIRouter(prefix="/api/v1/admin/farms", dependencies=[Depends(requires("admin"))])


@admin.post("", status_code=201, responses=problems(FarmExists))
async def add_farm(body: FarmIn, db: Session) -> FarmOut:
    """Adds a farm."""
    return await service.add(db, body)


@admin.put("/{farm_id}", responses=problems(FarmNotFound, CapacityBelowOccupancy, FarmExists, VersionConflict))
async def change_farm(farm_id: UUID, body: FarmChange, db: Session) -> FarmOut:
    """Replaces a farm."""
    return await service.change(db, farm_id, body)


@router.get("", responses=problems(InvalidCursor))
async def list_farms(filters: Annotated[FarmFilters, Query()], db: Reader) -> Page[FarmOut]:
    """Lists farms, newest or nearest first."""
    return await service.find(db, filters)


@router.get("/{farm_id}", responses=problems(FarmNotFound))
async def get_farm(farm_id: UUID, db: Reader) -> FarmOut:
    """Returns one farm."""
    return await service.get(db, farm_id)
