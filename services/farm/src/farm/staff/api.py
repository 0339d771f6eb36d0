"""The staff of farms over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from farm.staff import service
from farm.staff.schemas import StaffOut

router = APIRouter(
    prefix="/api/v1/admin/farms/{farm_id}/staff", tags=["farm"], dependencies=[Depends(requires("admin"))]
)


@router.get("")
async def list_staff(farm_id: UUID, page: PageRequest, db: Reader) -> Page[StaffOut]:
    """Lists the ids of the users who work on a farm. 404 `farm_not_found`."""
    return await service.members(db, page, farm_id=farm_id)


@router.put("/{user_id}")
async def add_staff(farm_id: UUID, user_id: UUID, db: Session) -> StaffOut:
    """Puts a user on the staff of a farm; repeating the call has no further effect.

    403 `account_inactive`; 404 `farm_not_found`.
    """
    return await service.add(db, farm_id=farm_id, user_id=user_id)


@router.delete("/{user_id}", status_code=204)
async def remove_staff(farm_id: UUID, user_id: UUID, db: Session) -> None:
    """Takes a user off the staff of a farm. 404 `not_farm_staff`."""
    await service.remove(db, farm_id=farm_id, user_id=user_id)
