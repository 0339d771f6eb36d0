"""Particulars of animals over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Session
from farm import livestock
from farm.pedigree import indexes, service  # noqa: F401  the indexes belong to the tables
from farm.pedigree.rules import Parents
from farm.pedigree.schemas import ParticularsIn
from farm.schemas import LivestockDetails

admin = APIRouter(prefix="/api/v1/admin", tags=["farm"], dependencies=[Depends(requires("admin"))])


@admin.put("/livestock/{livestock_id}/particulars")
async def change_particulars(livestock_id: UUID, body: ParticularsIn, db: Session) -> LivestockDetails:
    """Corrects EID, date of birth and parents of an animal.

    404 `livestock_not_found`; 409 `eid_taken`, `offspring_not_younger`; 422 `born_in_future`, `born_too_early`,
    `unknown_parent`, `unfit_parent` (`parent`, `reason`: `other_type`, `wrong_sex`, `not_older`, `descendant`).
    """
    parents = Parents(body.genetic_dam_id, body.sire_id, body.birth_dam_id)
    await service.change(db, livestock_id, eid=body.eid, date_of_birth=body.date_of_birth, parents=parents)
    return await livestock.whole(db, livestock_id)
