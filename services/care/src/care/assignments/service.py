"""Administrators assign a medicine to a user's animal: a request for care, with the medicine in its quote.

The owner accepts, pays or declines it as any other. The veterinarian who does it prescribes and dispenses.
"""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.models import Animal
from care.assignments.models import AssignedMedicine
from care.assignments.schemas import AssignedMedicineOut, MedicineAssignmentIn
from care.medicines import service as medicines
from care.prescriptions.errors import NoPrice, NotForThisType
from care.prescriptions.rules import cost
from care.requests import asking, quoting
from care.requests.models import Request
from care.requests.schemas import CareAssignmentIn


async def assign(db: UnitOfWork, user_id: UUID, wanted: MedicineAssignmentIn, *, by: UUID) -> AssignedMedicineOut:
    """Asks for care of a user's animal, in which it gets a medicine.

    Raises what `requests.asking.assign` does, MedicineNotFound, NotForThisType, NoPrice.
    """
    care = CareAssignmentIn.model_construct(**{name: getattr(wanted, name) for name in CareAssignmentIn.model_fields})
    request = await asking.assign(db, user_id, care, by=by)
    medicine = await medicines.locked(db, wanted.medicine_id)
    animal = await db.get_one(Animal, wanted.livestock_id)
    if medicine.withdrawal_period(animal.livestock_type_id) is None:
        raise NotForThisType
    price = medicine.price(wanted.currency)
    if price is None:
        raise NoPrice
    assigned = AssignedMedicine(
        request_id=request.id,
        medicine_id=medicine.id,
        medicine_name=medicine.name,
        unit=medicine.unit,
        quantity=wanted.quantity,
        cost_minor=cost(price, wanted.quantity),
    )
    db.add(assigned)
    request.medicine_estimate = assigned.cost_minor
    if request.state in ("requested", "quoted"):
        quoting.quote(db, request, request.list_price + assigned.cost_minor, by=by)
    await db.flush()
    await db.refresh(request)
    return _shown(assigned, request)


async def of_owner(db: UnitOfWork, paging: Paging, owner_id: UUID) -> Page[AssignedMedicineOut]:
    """Returns what is assigned to a user's animals and not done yet, newest first."""
    waiting = select(Request).where(Request.owner_id == owner_id, Request.ended_at.is_(None))
    query = waiting.join(AssignedMedicine, AssignedMedicine.request_id == Request.id)
    requests, cursor = await paginate(db, query, paging, key=[Request.id])
    theirs = select(AssignedMedicine).where(AssignedMedicine.request_id.in_([request.id for request in requests]))
    assigned = {row.request_id: row for row in await db.scalars(theirs)}
    return Page(items=[_shown(assigned[request.id], request) for request in requests], next_cursor=cursor)


def _shown(assigned: AssignedMedicine, request: Request) -> AssignedMedicineOut:
    of_request = ("livestock_id", "quote_version", "state", "mandatory", "due_at", "reason")
    of_medicine = ("request_id", "medicine_id", "medicine_name", "quantity", "unit")
    return AssignedMedicineOut(
        cost=request.money(assigned.cost_minor),
        estimate=request.money(request.estimate),
        **{name: getattr(request, name) for name in of_request},
        **{name: getattr(assigned, name) for name in of_medicine},
    )
