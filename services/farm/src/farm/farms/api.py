"""Farms over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page
from farm.farms import service
from farm.farms.schemas import FarmChange, FarmFilters, FarmIn, FarmOut

router = APIRouter(prefix="/api/v1/farms", tags=["farm"])
admin = APIRouter(prefix="/api/v1/admin/farms", tags=["farm"], dependencies=[Depends(requires("admin"))])


@admin.post("", status_code=201)
async def add_farm(body: FarmIn, db: Session) -> FarmOut:
    """Adds a farm. 409 `farm_exists`."""
    return await service.add(db, body)


@admin.put("/{farm_id}")
async def change_farm(farm_id: UUID, body: FarmChange, db: Session) -> FarmOut:
    """Replaces a farm.

    404 `farm_not_found`; 409 `farm_exists`, `capacity_below_occupancy`, `version_conflict`.
    """
    return await service.change(db, farm_id, body)


@router.get("")
async def list_farms(filters: Annotated[FarmFilters, Query()], db: Reader) -> Page[FarmOut]:
    """Lists farms, newest or nearest first. 422 `invalid_cursor`."""
    return await service.find(db, filters)


@router.get("/{farm_id}")
async def get_farm(farm_id: UUID, db: Reader) -> FarmOut:
    """Returns one farm. 404 `farm_not_found`."""
    return await service.get(db, farm_id)
