"""The catalogue of medicines over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from farm.guards import by_farm_people
from farm.medicines import service
from farm.medicines.schemas import MedicineChange, MedicineIn, MedicineOut

router = APIRouter(prefix="/api/v1/staff", tags=["farm"], dependencies=[by_farm_people])
admin = APIRouter(prefix="/api/v1/admin", tags=["farm"], dependencies=[Depends(requires("admin"))])
routers = [admin, router]


@router.get("/health/medicines")
async def list_medicines(page: PageRequest, db: Reader) -> Page[MedicineOut]:
    """The medicines that treatments may name."""
    return await service.catalogue(db, page)


@admin.post("/health/medicines", status_code=201)
async def add_medicine(body: MedicineIn, db: Session) -> MedicineOut:
    """Adds a medicine. 409 `medicine_exists`, 422 `unknown_livestock_type`."""
    return await service.add(db, body)


@admin.put("/health/medicines/{medicine_id}")
async def change_medicine(medicine_id: UUID, body: MedicineChange, db: Session) -> MedicineOut:
    """Changes a medicine for the treatments that follow; what was recorded stays.

    404 `medicine_not_found`; 409 `medicine_exists`, `version_conflict`; 422 `unknown_livestock_type`.
    """
    return await service.change(db, medicine_id, body)


@admin.delete("/health/medicines/{medicine_id}", status_code=204)
async def retire_medicine(medicine_id: UUID, db: Session) -> None:
    """Takes a medicine out of the catalogue; no new treatment can name it. 404 `medicine_not_found`."""
    await service.retire(db, medicine_id)
