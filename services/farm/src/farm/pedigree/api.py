"""Particulars of animals over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, RecentAdministrator, requires
from amigok_chassis.db import Session
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled
from amigok_chassis.rows import VersionConflict
from farm.livestock import queries as livestock
from farm.livestock.errors import EidTaken, LivestockNotFound
from farm.livestock.schemas import LivestockDetails
from farm.ownership.errors import OwnAnimal
from farm.pedigree import service
from farm.pedigree.errors import BornInFuture, BornTooEarly, OlderThanParent, UnfitParent, UnknownParent
from farm.pedigree.schemas import ParticularsIn
from farm.staff.errors import SecondPersonNeeded

admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@admin.put(
    "/livestock/{livestock_id}/particulars",
    responses=problems(
        OwnAnimal,
        LivestockNotFound,
        EidTaken,
        OlderThanParent,
        SecondPersonNeeded,
        VersionConflict,
        BornInFuture,
        BornTooEarly,
        UnfitParent,
        UnknownParent,
    ),
)
async def change_particulars(livestock_id: UUID, body: ParticularsIn, me: CurrentUser, db: Session) -> LivestockDetails:
    """Adds the EID, date of birth and parents of an animal where they were not known."""
    await service.change(db, livestock_id, body, by=me.id)
    return await livestock.whole(db, livestock_id)


@admin.post(
    "/livestock/{livestock_id}/particulars/propose",
    status_code=202,
    responses=problems(NotEntitled, *service.KIND.raises),
)
async def propose_particulars(
    livestock_id: UUID, body: ParticularsIn, me: RecentAdministrator, db: Session
) -> ProposalOut:
    """Proposes to correct particulars that are known. It takes effect when a second person approves."""
    return await service.propose_correction(db, livestock_id, body, by=me.id)
