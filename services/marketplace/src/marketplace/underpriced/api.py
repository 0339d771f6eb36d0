"""Proposing underpriced listings, over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import RecentAdministrator
from amigok_chassis.db import Session
from amigok_chassis.proposals import ProposalOut
from marketplace.listings.schemas import PlatformOfferIn
from marketplace.underpriced import service

router = APIRouter(prefix="/api/v1", tags=["marketplace"])


@router.post("/admin/marketplace/livestock/propose", status_code=202)
async def propose_underpriced(body: PlatformOfferIn, admin: RecentAdministrator, db: Session) -> ProposalOut:
    """Proposes to offer an animal that belongs to the platform at any price; another administrator decides.

    Problems: step_up_required, decision_does_not_count, not_found, animal_gone, not_platform_owned, not_for_sale,
    price_not_positive, fee_changed. The decision may also answer already_listed and value_changed.
    """
    return await service.propose(db, body, by=admin.id)
