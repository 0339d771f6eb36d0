"""Births over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.proposals import ProposalOut, as_it_is
from farm.births import confirmation, proposals, service
from farm.births.schemas import BirthIn, BirthOut, BirthRecordOut
from farm.entries.service import once
from farm.livestock.lifecycle import MOVEMENTS
from farm.staff.guards import Judge, Proposer, by_farm_people

router = APIRouter(prefix="/api/v1", tags=["births"])

_recorders = Depends(requires(*sorted(MOVEMENTS.steps["born"].by)))


@router.post("/livestock/{livestock_id}/births", status_code=201, dependencies=[_recorders])
async def record_birth(livestock_id: UUID, body: BirthIn, me: CurrentUser, db: Session) -> BirthOut:
    """Records a birth. The offspring belong to whoever owned the dam then, and somebody else has to confirm them.

    403 `forbidden`, `other_farm`, `own_animal`; 404 `livestock_not_found`; 409 `not_a_dam` (male, not born, dead or
    gone), `born_before_dam_came`, `farm_full`, `tag_number_taken`, `unique_id_card_taken`, `client_id_reused`,
    `second_person_needed` (`why`: `litter`, `interval`, `dam_age`, `newborn_weight`, `price`, `changed_hands`);
    422 `born_in_future`, `unknown_breed`, `other_livestock_type`.
    """
    return await once(
        db,
        "birth",
        livestock_id,
        body,
        by=me,
        show=service.show,
        record=lambda: service.record(db, livestock_id, born_at=body.born_at, offspring=body.offspring, by=me),
    )


@router.post("/livestock/{livestock_id}/births/propose", status_code=202)
async def propose_birth(livestock_id: UUID, body: BirthIn, me: Proposer, db: Session) -> ProposalOut:
    """Proposes a birth that needs a second person. It is recorded when a second person approves.

    403 `step_up_required`, `decision_does_not_count`, and what a birth is refused for.
    """
    return await once(
        db,
        "birth_proposal",
        livestock_id,
        body,
        by=me,
        show=as_it_is,
        record=lambda: proposals.propose(db, livestock_id, body, by=me),
    )


@router.get("/staff/births", dependencies=[by_farm_people])
async def list_births(
    page: PageRequest,
    db: Reader,
    confirmed: Annotated[bool, Query(description="List confirmed births, or the others")] = False,
) -> Page[BirthRecordOut]:
    """Lists the recorded births, newest first."""
    return await confirmation.list_births(db, page, confirmed=confirmed)


@router.post("/staff/births/{birth_id}/confirm")
async def confirm_birth(birth_id: UUID, me: Judge, db: Session) -> BirthRecordOut:
    """Confirms offspring that somebody else recorded and that you have seen. From then on they may be sold.

    403 `own_record`, `own_animal`, `step_up_required`, `decision_does_not_count`; 404 `birth_not_found`.
    """
    return await confirmation.confirm(db, birth_id, by=me.id)
