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
from farm.guards import Judge, Proposer, by_farm_people
from farm.movements.rules import STEPS

router = APIRouter(prefix="/api/v1", tags=["births"])

_recorders = Depends(requires(*sorted(STEPS["born"].by)))


@router.post("/livestock/{livestock_id}/births", status_code=201, dependencies=[_recorders])
async def record_birth(livestock_id: UUID, body: BirthIn, me: CurrentUser, db: Session) -> BirthOut:
    """An animal has borne; the offspring are its owner's of that moment, and wait for somebody's confirmation.

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
    """The same where one person's word is not enough: it counts when a second person approves.

    403 `step_up_required`, `decision_does_not_count`, and as above.
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
    page: PageRequest, db: Reader, confirmed: Annotated[bool, Query(description="Or those that wait for it")] = False
) -> Page[BirthRecordOut]:
    """The births on record, the newest first."""
    return await confirmation.listed(db, page, confirmed=confirmed)


@router.post("/staff/births/{birth_id}/confirm")
async def confirm_birth(birth_id: UUID, me: Judge, db: Session) -> BirthRecordOut:
    """You have seen the offspring that somebody else has recorded: they may be sold.

    403 `own_record`, `own_animal`, `step_up_required`, `decision_does_not_count`; 404 `birth_not_found`.
    """
    return await confirmation.confirm(db, birth_id, by=me.id)
