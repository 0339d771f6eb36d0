"""The catalogue of medicines over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from farm.medicines import service
from farm.medicines.errors import MedicineExists, MedicineNotFound
from farm.medicines.schemas import MedicineChange, MedicineIn, MedicineOut
from farm.staff.guards import by_farm_people
from farm.tables import VersionConflict
from farm.types.errors import UnknownLivestockType

router = APIRouter(prefix="/api/v1/staff", dependencies=[by_farm_people])
admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@router.get("/health/medicines")
async def list_medicines(page: PageRequest, db: Reader) -> Page[MedicineOut]:
    """Lists the medicines that treatments may name."""
    return await service.list_medicines(db, page)


@admin.post("/health/medicines", status_code=201, responses=problems(MedicineExists, UnknownLivestockType))
async def add_medicine(body: MedicineIn, db: Session) -> MedicineOut:
    """Adds a medicine."""
    return await service.add(db, body)


@admin.put(
    "/health/medicines/{medicine_id}",
    responses=problems(MedicineNotFound, MedicineExists, VersionConflict, UnknownLivestockType),
)
async def change_medicine(medicine_id: UUID, body: MedicineChange, db: Session) -> MedicineOut:
    """Changes a medicine for future treatments; existing records stay as they are."""
    return await service.change(db, medicine_id, body)


@admin.delete("/health/medicines/{medicine_id}", status_code=204, responses=problems(MedicineNotFound))
async def retire_medicine(medicine_id: UUID, db: Session) -> None:
    """Retires a medicine: no new treatment can name it."""
    await service.retire(db, medicine_id)
