"""Cards over HTTP, for administrators."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_herd import LivestockNotFound
from stream.cards import queries, service
from stream.cards.keys import key
from stream.cards.schemas import AssignmentIn, AssignmentOut, UnknownCardOut

router = APIRouter(prefix="/api/v1/admin/jetson", dependencies=[Depends(requires("admin"))])


@router.get("/unknown-cards")
async def list_unknown_cards(db: Reader, paging: PageRequest, farm_id: UUID | None = None) -> Page[UnknownCardOut]:
    """Lists cards that were read and are no animal's, those read last first."""
    return await queries.unknown_cards(db, paging, farm_id)


@router.post("/cards", responses=problems(LivestockNotFound))
async def assign_card(body: AssignmentIn, db: Session) -> AssignmentOut:
    """Says whose a card is. What was detected with it becomes that animal's within a minute."""
    await service.assign(db, body.card, body.livestock_id)
    return AssignmentOut(key=key(body.card), livestock_id=body.livestock_id)
