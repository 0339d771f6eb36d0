"""The quarantines of farms over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import Principal, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from farm.entries.errors import ClientIdReused
from farm.entries.service import once
from farm.farms.errors import FarmNotFound
from farm.ownership.errors import OwnAnimal
from farm.quarantines import service
from farm.quarantines.errors import FarmInQuarantine, FarmNotInQuarantine
from farm.quarantines.schemas import EndIn, QuarantineIn, QuarantineOut
from farm.staff.guards import by_farm_people
from farm.staff.roles import JUDGES

router = APIRouter(prefix="/api/v1/staff/farms/{farm_id}")

Veterinarian = Annotated[Principal, Depends(requires(*sorted(JUDGES)))]


@router.post("/quarantine", status_code=201, responses=problems(FarmNotFound, ClientIdReused, FarmInQuarantine))
async def start_quarantine(farm_id: UUID, body: QuarantineIn, me: Veterinarian, db: Session) -> QuarantineOut:
    """Starts a quarantine: no animal in the farm is sold, nor one that comes to it."""
    return await once(
        db,
        "quarantine",
        farm_id,
        body,
        by=me,
        show=service.show,
        record=lambda: service.start(db, farm_id, note=body.note, by=me.id),
    )


@router.post("/quarantine/end", responses=problems(OwnAnimal, FarmNotFound, ClientIdReused, FarmNotInQuarantine))
async def end_quarantine(farm_id: UUID, body: EndIn, me: Veterinarian, db: Session) -> QuarantineOut:
    """Ends a farm's quarantine. Nobody who owns an animal there may."""
    return await once(
        db,
        "quarantine_end",
        farm_id,
        body,
        by=me,
        show=service.show,
        record=lambda: service.end(db, farm_id, **body.values, by=me.id),
    )


@router.get("/quarantines", dependencies=[by_farm_people], responses=problems(FarmNotFound))
async def list_quarantines(farm_id: UUID, page: PageRequest, db: Reader) -> Page[QuarantineOut]:
    """Lists the quarantines of a farm, newest first."""
    return await service.history(db, page, farm_id)
