"""Health over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut, as_it_is
from amigok_chassis.proposals.errors import NotEntitled
from farm.entries.errors import ClientIdReused
from farm.entries.service import once
from farm.health import proposals, queries, service
from farm.health.errors import (
    AlreadySuperseded,
    EndStays,
    InFuture,
    InQuarantine,
    NotInQuarantine,
    UnknownRecord,
    VeterinarianRequired,
)
from farm.health.schemas import DueOut, HealthRecordIn, HealthRecordOut
from farm.livestock.errors import LivestockNotFound
from farm.medicines.errors import NotForThisType, UnknownMedicine
from farm.ownership.errors import OwnAnimal
from farm.staff.errors import OtherFarm, SecondPersonNeeded
from farm.staff.guards import FarmPeople, Proposer, by_farm_people

router = APIRouter(prefix="/api/v1")


@router.post(
    "/livestock/{livestock_id}/health",
    status_code=201,
    responses=problems(
        OtherFarm,
        OwnAnimal,
        VeterinarianRequired,
        LivestockNotFound,
        AlreadySuperseded,
        ClientIdReused,
        InQuarantine,
        NotInQuarantine,
        EndStays,
        SecondPersonNeeded,
        InFuture,
        NotForThisType,
        UnknownRecord,
        UnknownMedicine,
    ),
)
async def record_health(livestock_id: UUID, body: HealthRecordIn, me: FarmPeople, db: Session) -> HealthRecordOut:
    """Records a check-up, a vaccination, a treatment, or the start or end of a quarantine."""
    return await once(
        db,
        "health",
        livestock_id,
        body,
        by=me,
        show=queries.record,
        record=lambda: service.record(db, livestock_id, body, by=me),
    )


@router.post(
    "/livestock/{livestock_id}/health/propose",
    status_code=202,
    responses=problems(NotEntitled, OtherFarm, ClientIdReused, *proposals.KIND.raises),
)
async def propose_health(livestock_id: UUID, body: HealthRecordIn, me: Proposer, db: Session) -> ProposalOut:
    """Proposes a record that needs a second person. It is recorded when a second person approves."""
    return await once(
        db,
        "health_proposal",
        livestock_id,
        body,
        by=me,
        show=as_it_is,
        record=lambda: proposals.propose(db, livestock_id, body, by=me),
    )


@router.get("/livestock/{livestock_id}/health", responses=problems(Forbidden, LivestockNotFound))
async def list_health_records(
    livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader
) -> Page[HealthRecordOut]:
    """Lists the health records of an animal, for its owner and the farm's people."""
    return await queries.records_of(db, page, livestock_id, viewer=me)


@router.get("/staff/health/due", dependencies=[by_farm_people])
async def list_due(
    page: PageRequest,
    db: Reader,
    days: Annotated[int, Query(ge=0, le=365, description="How many days to look ahead")] = 30,
    farm_id: Annotated[UUID | None, Query()] = None,
) -> Page[DueOut]:
    """Lists the animals that are due for a check-up or vaccination, overdue ones first."""
    return await queries.due_within(db, page, days=days, farm_id=farm_id)
