"""Prescriptions over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Response

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_herd import LivestockNotFound, OtherFarm, OwnAnimal
from care.batches.errors import OutOfStock
from care.medicines.errors import MedicineNotFound
from care.people.roles import Veterinarian
from care.prescriptions import queries, service
from care.prescriptions.errors import DoseWarning, FirstDoseOutOfRange, NoPrice, NotForThisType, RouteNotAllowed
from care.prescriptions.schemas import PrescribedOut, PrescriptionIn, PrescriptionOut
from care.requests.errors import LivestockGone, RequestNotFound

router = APIRouter(prefix="/api/v1")
vet = APIRouter(prefix="/api/v1/vet")


@vet.post(
    "/care-requests/{request_id}/prescribe-medicine",
    status_code=201,
    response_model=PrescribedOut,
    responses=problems(
        RequestNotFound,
        WrongState,
        OwnAnimal,
        LivestockGone,
        MedicineNotFound,
        NotForThisType,
        RouteNotAllowed,
        FirstDoseOutOfRange,
        NoPrice,
        DoseWarning,
        OutOfStock,
    ),
)
async def prescribe_medicine(request_id: UUID, body: PrescriptionIn, me: Veterinarian, once: OnceOnly) -> Response:
    """Prescribes a medicine while you are at work, and reserves what it needs. It is dispensed by a call of its own."""
    return await once.commit(lambda db: service.prescribe(db, request_id, body, by=me.id))


@vet.get("/care-requests/{request_id}/prescriptions", responses=problems(RequestNotFound))
async def list_prescriptions_of_request(
    request_id: UUID, me: Veterinarian, page: PageRequest, db: Reader
) -> Page[PrescribedOut]:
    """Lists what was prescribed for a request that is assigned to you, latest first."""
    return await queries.of_request(db, page, request_id, by=me.id)


@router.get("/livestock/{livestock_id}/prescriptions", responses=problems(LivestockNotFound, OtherFarm))
async def list_prescriptions(
    livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader
) -> Page[PrescriptionOut]:
    """Lists what was prescribed for an animal, latest first, for its owner and the farm's people."""
    return await queries.of_animal(db, page, livestock_id, viewer=me)
