"""Assigned medicines over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_herd import LivestockNotFound, OwnAnimal
from care.assignments import service
from care.assignments.errors import TooExpensive
from care.assignments.schemas import AssignedMedicineOut, MedicineAssignmentIn
from care.medicines.errors import MedicineNotFound
from care.prescriptions.errors import NoPrice, NotForThisType
from care.procedures.errors import OtherLivestockType, ServiceRetired, UnknownService
from care.requests.errors import AlreadyRequested, DueDateNeeded, LivestockGone, NotTheirs

router = APIRouter(prefix="/api/v1")


@router.post(
    "/admin/users/{user_id}/assign-medicine",
    status_code=201,
    responses=problems(
        LivestockNotFound,
        LivestockGone,
        UnknownService,
        ServiceRetired,
        OtherLivestockType,
        AlreadyRequested,
        OwnAnimal,
        NotTheirs,
        DueDateNeeded,
        MedicineNotFound,
        NotForThisType,
        NoPrice,
        TooExpensive,
    ),
)
async def assign_medicine(
    user_id: UUID, body: MedicineAssignmentIn, admin: Administrator, db: Session
) -> AssignedMedicineOut:
    """Assigns a medicine to a user's animal: care in which it is given, quoted with the medicine's price."""
    return await service.assign(db, user_id, body, by=admin.id)


@router.get("/my-dashboard/assigned-medicines")
async def list_assigned_medicines(me: CurrentUser, page: PageRequest, db: Reader) -> Page[AssignedMedicineOut]:
    """Lists the medicines that administrators have assigned to your animals and that were not given yet."""
    return await service.of_owner(db, page, me.id)
