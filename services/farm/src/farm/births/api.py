"""Births over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Session
from farm.births import service
from farm.births.schemas import BirthIn, BirthOut
from farm.entries.service import once
from farm.movements.rules import STEPS

router = APIRouter(prefix="/api/v1", tags=["births"])

_recorders = Depends(requires(*sorted(STEPS["born"].by)))


@router.post("/livestock/{livestock_id}/births", status_code=201, dependencies=[_recorders])
async def record_birth(livestock_id: UUID, body: BirthIn, me: CurrentUser, db: Session) -> BirthOut:
    """An animal has borne; the offspring are its owner's of that moment.

    403 `forbidden`, `other_farm`; 404 `livestock_not_found`; 409 `not_a_dam` (male, too young, dead or gone),
    `born_before_dam_came`, `farm_full`, `tag_number_taken`, `unique_id_card_taken`, `client_id_reused`;
    422 `born_in_future`, `unknown_breed`, `other_livestock_type`.
    """
    return await once(
        db, "birth", livestock_id, body, by=me, show=service.show,
        record=lambda: service.record(db, livestock_id, born_at=body.born_at, offspring=body.offspring, by=me),
    )  # fmt: skip
