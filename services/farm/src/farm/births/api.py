"""Births over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut, as_it_is
from amigok_chassis.proposals.errors import NotEntitled
from farm.births import confirmation, proposals, service
from farm.births.errors import BirthNotFound, BornBeforeDamCame, NotADam, OtherSpecies, OwnRecord
from farm.births.schemas import BirthIn, BirthOut, BirthRecordOut
from farm.breeds.errors import UnknownBreed
from farm.entries.errors import ClientIdReused
from farm.entries.service import once
from farm.farms.errors import FarmFull
from farm.livestock.errors import IdCardTaken, LivestockNotFound, TagNumberTaken
from farm.livestock.lifecycle import MOVEMENTS
from farm.ownership.errors import OwnAnimal
from farm.pedigree.errors import BornInFuture
from farm.staff.errors import OtherFarm, SecondPersonNeeded
from farm.staff.guards import Judge, Proposer, by_farm_people

router = APIRouter(prefix="/api/v1")

_recorders = Depends(requires(*sorted(MOVEMENTS.steps["born"].by)))


@router.post(
    "/livestock/{livestock_id}/births",
    status_code=201,
    dependencies=[_recorders],
    responses=problems(
        OtherFarm,
        OwnAnimal,
        LivestockNotFound,
        BornBeforeDamCame,
        ClientIdReused,
        FarmFull,
        NotADam,
        SecondPersonNeeded,
        TagNumberTaken,
        IdCardTaken,
        BornInFuture,
        OtherSpecies,
        UnknownBreed,
    ),
)
async def record_birth(livestock_id: UUID, body: BirthIn, me: CurrentUser, db: Session) -> BirthOut:
    """Records a birth. The offspring belong to whoever owned the dam then, and somebody else has to confirm them."""
    return await once(
        db,
        "birth",
        livestock_id,
        body,
        by=me,
        show=service.show,
        record=lambda: service.record(db, livestock_id, born_at=body.born_at, offspring=body.offspring, by=me),
    )


@router.post(
    "/livestock/{livestock_id}/births/propose",
    status_code=202,
    responses=problems(NotEntitled, OtherFarm, ClientIdReused, BornInFuture, *proposals.KIND.raises),
)
async def propose_birth(livestock_id: UUID, body: BirthIn, me: Proposer, db: Session) -> ProposalOut:
    """Proposes a birth that needs a second person. It is recorded when a second person approves."""
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


@router.post("/staff/births/{birth_id}/confirm", responses=problems(NotEntitled, OwnAnimal, OwnRecord, BirthNotFound))
async def confirm_birth(birth_id: UUID, me: Judge, db: Session) -> BirthRecordOut:
    """Confirms offspring that somebody else recorded and that you have seen. From then on they may be sold."""
    return await confirmation.confirm(db, birth_id, by=me.id)
