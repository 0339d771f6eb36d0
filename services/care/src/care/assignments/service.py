"""Administrators assign a medicine to a user's animal: a request for care, with the medicine in its quote.

The owner accepts, pays or declines it as any other. The veterinarian who does it prescribes and dispenses.
"""

from uuid import UUID

from sqlalchemy import literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound
from care.animals.models import Animal
from care.assignments.errors import TooExpensive
from care.assignments.models import AssignedMedicine
from care.assignments.schemas import AssignedMedicineOut, MedicineAssignmentIn
from care.medicines import service as medicines
from care.medicines.models import Medicine
from care.prescriptions.errors import NoPrice, NotForThisType
from care.prescriptions.rules import cost
from care.requests import asking
from care.requests.models import Request
from care.requests.schemas import HIGHEST, CareAssignmentIn


async def assign(db: UnitOfWork, user_id: UUID, wanted: MedicineAssignmentIn, *, by: UUID) -> AssignedMedicineOut:
    """Asks for care of a user's animal, in which it gets a medicine.

    Raises what `requests.asking.assign` does, MedicineNotFound, NotForThisType, NoPrice, TooExpensive.
    """
    asking.refuse_own(user_id, by)
    medicine = await medicines.offered(db, wanted.medicine_id)
    cost_minor = await _cost(db, medicine, wanted)
    care = CareAssignmentIn.model_construct(**{name: getattr(wanted, name) for name in CareAssignmentIn.model_fields})
    request = await asking.assign(db, user_id, care, by=by, medicine_estimate=cost_minor)
    assigned = AssignedMedicine(
        request_id=request.id,
        medicine_id=medicine.id,
        medicine_name=medicine.name,
        unit=medicine.unit,
        quantity=wanted.quantity,
        cost_minor=cost_minor,
    )
    db.add(assigned)
    await db.flush()
    await db.refresh(request)
    return _shown(assigned, request)


async def follow(db: UnitOfWork, request_id: UUID) -> None:
    """Assigns what was assigned in the request that a sale ended, whose quote has its price already.

    Repeating the call has no further effect.
    """
    before = aliased(AssignedMedicine)
    copied = ("medicine_id", "medicine_name", "unit", "quantity", "cost_minor")
    columns = [literal(request_id), *(getattr(before, name) for name in copied)]
    theirs = select(*columns).join(Request, Request.source_id == before.request_id).where(Request.id == request_id)
    row = insert(AssignedMedicine).from_select(["request_id", *copied], theirs)
    await db.execute(row.on_conflict_do_nothing())


async def of_owner(db: UnitOfWork, paging: Paging, owner_id: UUID) -> Page[AssignedMedicineOut]:
    """Returns what is assigned to a user's animals and not done yet, newest first."""
    waiting = select(Request).where(Request.owner_id == owner_id, Request.ended_at.is_(None))
    query = waiting.join(AssignedMedicine, AssignedMedicine.request_id == Request.id)
    requests, cursor = await paginate(db, query, paging, key=[Request.id])
    theirs = select(AssignedMedicine).where(AssignedMedicine.request_id.in_([request.id for request in requests]))
    assigned = {row.request_id: row for row in await db.scalars(theirs)}
    return Page(items=[_shown(assigned[request.id], request) for request in requests], next_cursor=cursor)


async def _cost(db: UnitOfWork, medicine: Medicine, wanted: MedicineAssignmentIn) -> int:
    """Returns what it costs, in minor units. Raises LivestockNotFound, NotForThisType, NoPrice, TooExpensive."""
    animal = await db.get(Animal, wanted.livestock_id)
    if animal is None:
        raise LivestockNotFound
    if medicine.withdrawal_period(animal.livestock_type_id) is None:
        raise NotForThisType
    price = medicine.price(wanted.currency)
    if price is None:
        raise NoPrice
    found = cost(price, wanted.quantity)
    if found > HIGHEST:
        raise TooExpensive
    return found


def _shown(assigned: AssignedMedicine, request: Request) -> AssignedMedicineOut:
    of_request = ("livestock_id", "quote_version", "state", "mandatory", "due_at", "reason")
    of_medicine = ("request_id", "medicine_id", "medicine_name", "quantity", "unit")
    return AssignedMedicineOut(
        cost=request.money(assigned.cost_minor),
        estimate=request.money(request.estimate),
        **{name: getattr(request, name) for name in of_request},
        **{name: getattr(assigned, name) for name in of_medicine},
    )
