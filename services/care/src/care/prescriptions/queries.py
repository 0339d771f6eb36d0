"""Reads of prescriptions."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from care.farms.guards import require_viewer
from care.prescriptions.models import Prescription
from care.prescriptions.schemas import PrescribedOut, PrescriptionOut
from care.requests.errors import RequestNotFound
from care.requests.models import Request


async def of_animal(db: UnitOfWork, paging: Paging, livestock_id: UUID, *, viewer: Principal) -> Page[PrescriptionOut]:
    """Returns what was prescribed for an animal, latest first: its owner and the farm's people see all of it.

    Medical facts go on with the animal, so a new owner sees what came before. Raises LivestockNotFound, OtherFarm.
    """
    await require_viewer(db, livestock_id, viewer)
    query = select(Prescription).where(Prescription.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[Prescription.id])
    return Page(items=[PrescriptionOut.model_validate(row) for row in rows], next_cursor=cursor)


async def of_request(db: UnitOfWork, paging: Paging, request_id: UUID, *, by: UUID) -> Page[PrescribedOut]:
    """Returns what was prescribed for a request that is assigned to this veterinarian. Raises RequestNotFound."""
    request = await db.get(Request, request_id)
    if request is None or request.veterinarian_id != by:
        raise RequestNotFound
    query = select(Prescription).where(Prescription.request_id == request_id)
    rows, cursor = await paginate(db, query, paging, key=[Prescription.id])
    return Page(items=[PrescribedOut.model_validate(row) for row in rows], next_cursor=cursor)
