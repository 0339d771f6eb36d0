"""The catalogue of medicines over HTTP.

It stood in the farm before: `/staff/health/medicines` and `/admin/health/medicines` are its released paths. They stay,
and do the same as the new ones.
"""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_herd import by_farm_people
from care.farms.errors import UnknownLivestockType
from care.medicines import service
from care.medicines.errors import MedicineExists, MedicineNotFound
from care.medicines.schemas import MedicineChange, MedicineIn, MedicineOut

router = APIRouter(prefix="/api/v1/staff", dependencies=[by_farm_people])
admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])

ADDING = problems(MedicineExists, UnknownLivestockType)
CHANGING = problems(MedicineNotFound, MedicineExists, VersionConflict, UnknownLivestockType)


@router.get("/medicines")
async def list_catalogue(page: PageRequest, db: Reader) -> Page[MedicineOut]:
    """Lists the medicines that may be prescribed and given."""
    return await service.list_medicines(db, page)


@admin.post("/medicines", status_code=201, responses=ADDING)
async def create_medicine(body: MedicineIn, db: Session) -> MedicineOut:
    """Adds a medicine to the catalogue."""
    return await service.add(db, body)


@admin.put("/medicines/{medicine_id}", responses=CHANGING)
async def update_medicine(medicine_id: UUID, body: MedicineChange, db: Session) -> MedicineOut:
    """Changes a medicine for what is prescribed from now on; what was prescribed stays as it is."""
    return await service.change(db, medicine_id, body)


@admin.delete("/medicines/{medicine_id}", status_code=204, responses=problems(MedicineNotFound))
async def remove_medicine(medicine_id: UUID, db: Session) -> None:
    """Retires a medicine: nothing new can name it."""
    await service.retire(db, medicine_id)


@router.get("/health/medicines", deprecated=True)
async def list_medicines(page: PageRequest, db: Reader) -> Page[MedicineOut]:
    """Lists the medicines that treatments may name. Use `/staff/medicines`."""
    return await service.list_medicines(db, page)


@admin.post("/health/medicines", status_code=201, deprecated=True, responses=ADDING)
async def add_medicine(body: MedicineIn, db: Session) -> MedicineOut:
    """Adds a medicine. Use `/admin/medicines`."""
    return await service.add(db, body)


@admin.put("/health/medicines/{medicine_id}", deprecated=True, responses=CHANGING)
async def change_medicine(medicine_id: UUID, body: MedicineChange, db: Session) -> MedicineOut:
    """Changes a medicine for future treatments; existing records stay as they are. Use `/admin/medicines`."""
    return await service.change(db, medicine_id, body)


@admin.delete("/health/medicines/{medicine_id}", status_code=204, deprecated=True, responses=problems(MedicineNotFound))
async def retire_medicine(medicine_id: UUID, db: Session) -> None:
    """Retires a medicine: no new treatment can name it. Use `/admin/medicines`."""
    await service.retire(db, medicine_id)
