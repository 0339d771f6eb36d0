"""Particulars of animals over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, RecentAdministrator, requires
from amigok_chassis.db import Session
from amigok_chassis.proposals import ProposalOut
from farm.livestock import queries as livestock
from farm.livestock.schemas import LivestockDetails
from farm.pedigree import service
from farm.pedigree.schemas import ParticularsIn

admin = APIRouter(prefix="/api/v1/admin", tags=["farm"], dependencies=[Depends(requires("admin"))])


@admin.put("/livestock/{livestock_id}/particulars")
async def change_particulars(livestock_id: UUID, body: ParticularsIn, me: CurrentUser, db: Session) -> LivestockDetails:
    """Adds the EID, date of birth and parents of an animal where they were not known.

    403 `own_animal`; 404 `livestock_not_found`; 409 `version_conflict`, `eid_taken`, `offspring_not_younger`,
    `second_person_needed` (`why`: `correction`); 422 `born_in_future`, `born_too_early`, `unknown_parent`,
    `unfit_parent` (`parent`, `reason`: `other_type`, `wrong_sex`, `not_older`, `descendant`).
    """
    await service.change(db, livestock_id, body, by=me.id)
    return await livestock.whole(db, livestock_id)


@admin.post("/livestock/{livestock_id}/particulars/propose", status_code=202)
async def propose_particulars(
    livestock_id: UUID, body: ParticularsIn, me: RecentAdministrator, db: Session
) -> ProposalOut:
    """Proposes to correct particulars that are known. It takes effect when a second person approves.

    403 `step_up_required`, `own_animal`, `decision_does_not_count`; 404 `livestock_not_found`; 409 `version_conflict`.
    The approval can fail as a change does.
    """
    return await service.propose_correction(db, livestock_id, body, by=me.id)
