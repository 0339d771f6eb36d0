"""The staff of farms over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing.service import AccountInactive
from farm.farms.errors import FarmNotFound
from farm.staff import service
from farm.staff.errors import NotFarmStaff
from farm.staff.schemas import StaffOut

router = APIRouter(prefix="/api/v1/admin/farms/{farm_id}/staff", dependencies=[Depends(requires("admin"))])


@router.get("", responses=problems(FarmNotFound))
async def list_staff(farm_id: UUID, page: PageRequest, db: Reader) -> Page[StaffOut]:
    """Lists the ids of the users who work on a farm."""
    return await service.members(db, page, farm_id=farm_id)


@router.put("/{user_id}", responses=problems(AccountInactive, FarmNotFound))
async def add_staff(farm_id: UUID, user_id: UUID, db: Session) -> StaffOut:
    """Puts a user on the staff of a farm; repeating the call has no further effect."""
    return await service.add(db, farm_id=farm_id, user_id=user_id)


@router.delete("/{user_id}", status_code=204, responses=problems(NotFarmStaff))
async def remove_staff(farm_id: UUID, user_id: UUID, db: Session) -> None:
    """Takes a user off the staff of a farm."""
    await service.remove(db, farm_id=farm_id, user_id=user_id)
