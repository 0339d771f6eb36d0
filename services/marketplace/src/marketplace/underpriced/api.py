"""Proposing underpriced listings, over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import RecentAdministrator
from amigok_chassis.db import Session
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled
from marketplace.listings.schemas import PlatformOfferIn
from marketplace.underpriced import service

router = APIRouter(prefix="/api/v1")


@router.post(
    "/admin/marketplace/livestock/propose",
    status_code=202,
    responses=problems(NotEntitled, *service.UNDERPRICED.raises),
)
async def propose_underpriced(body: PlatformOfferIn, admin: RecentAdministrator, db: Session) -> ProposalOut:
    """Proposes to offer an animal that belongs to the platform at any price; another administrator decides."""
    return await service.propose(db, body, by=admin.id)
