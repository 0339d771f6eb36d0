"""Doses over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.values import IsoDate
from amigok_herd import FarmPeople, OtherFarm, OwnAnimal
from care.batches.errors import OutOfStock
from care.doses import bulk, queries, service
from care.doses.errors import ClientIdReused, DoseNotFound, NotThen
from care.doses.schemas import MedicationLogIn, MedicationLogsIn, MedicationVerdictsOut, PrescriptionEndIn, TaskOut
from care.people.roles import Veterinarian, VeterinarianOrAdministrator
from care.prescriptions.errors import PrescriptionNotFound
from care.prescriptions.schemas import PrescriptionOut
from care.requests.errors import LivestockGone, RequestNotFound

router = APIRouter(prefix="/api/v1/staff")
vet = APIRouter(prefix="/api/v1/vet")


@vet.post(
    "/prescriptions/{prescription_id}/dispense",
    responses=problems(PrescriptionNotFound, RequestNotFound, WrongState, OwnAnimal, LivestockGone, OutOfStock),
)
async def dispense_prescription(prescription_id: UUID, me: Veterinarian, db: Session) -> PrescriptionOut:
    """Takes what was prescribed out of the stock, adds it to the request's cost, and plans its doses."""
    return await service.dispense(db, prescription_id, by=me.id)


@vet.post("/prescriptions/{prescription_id}/stop", responses=problems(PrescriptionNotFound, WrongState))
async def stop_prescription(
    prescription_id: UUID, body: PrescriptionEndIn, me: VeterinarianOrAdministrator, db: Session
) -> PrescriptionOut:
    """Ends a prescription that you have made: no more doses are to be given."""
    return await service.stop(db, prescription_id, body.reason, by=me)


@router.get("/medication-tasks", responses=problems(OtherFarm))
async def list_medication_tasks(
    me: FarmPeople,
    page: PageRequest,
    db: Reader,
    farm_id: Annotated[UUID, Query()],
    day: Annotated[IsoDate | None, Query(description="In the farm's time zone; without it: today")] = None,
) -> Page[TaskOut]:
    """Lists the doses of a day for the animals at a farm, by time."""
    return await queries.tasks(db, page, farm_id=farm_id, day=day, by=me)


@router.post(
    "/medication-log",
    responses=problems(DoseNotFound, OtherFarm, OwnAnimal, NotThen, ClientIdReused, WrongState),
)
async def log_medication(body: MedicationLogIn, me: FarmPeople, db: Session) -> TaskOut:
    """Records what became of a dose: given, refused or skipped. It may come late, and be sent again."""
    return await service.log(db, body, by=me)


@router.post("/medication-log/bulk")
async def log_medications(body: MedicationLogsIn, me: FarmPeople, db: Session) -> MedicationVerdictsOut:
    """Records up to 200 entries, and answers with a verdict on each."""
    return await bulk.log_all(db, body.entries, by=me)
