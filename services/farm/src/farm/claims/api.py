"""Insurance claims over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, RecentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.proposals import ProposalOut
from farm.claims import queries, service
from farm.claims.schemas import ClaimIn, ClaimOut, PayoutIn, RejectionIn, State

router = APIRouter(prefix="/api/v1", tags=["deaths"])
admin = APIRouter(prefix="/api/v1/admin/insurance-claims", tags=["deaths"], dependencies=[Depends(requires("admin"))])


@router.post("/livestock/{livestock_id}/insurance-claim", status_code=201)
async def claim_insurance(livestock_id: UUID, body: ClaimIn, me: CurrentUser, db: Session) -> ClaimOut:
    """Claims the insurance of an animal that you owned when it died.

    403 `not_owner`; 404 `livestock_not_found`, `death_not_found`; 409 `claim_standing`; 422 `claim_too_high`.
    """
    return ClaimOut.model_validate(await service.request(db, livestock_id, body, owner_id=me.id))


@router.get("/my-insurance-claims")
async def list_my_claims(me: CurrentUser, page: PageRequest, db: Reader) -> Page[ClaimOut]:
    """Lists your claims, newest first."""
    return await queries.of_owner(db, page, owner_id=me.id)


@admin.get("")
async def list_claims(page: PageRequest, db: Reader, state: Annotated[State, Query()] = "requested") -> Page[ClaimOut]:
    """Lists the claims in a state, oldest first."""
    return await queries.in_state(db, page, state=state)


@admin.post("/{claim_id}/approve")
async def approve_claim(claim_id: UUID, body: PayoutIn, me: RecentUser, db: Session) -> ClaimOut:
    """Approves a claim: the owner is paid this amount.

    403 `own_claim`, `step_up_required`, `decision_does_not_count`; 404 `claim_not_found`; 409 `wrong_state`,
    `death_not_confirmed`, `birth_unconfirmed`, `dispute_open`, `second_person_needed` (`why`: `payout`);
    422 `payout_too_high`.
    """
    return ClaimOut.model_validate(await service.approve(db, claim_id, payout=body.payout, by=me.id))


@admin.post("/{claim_id}/propose", status_code=202)
async def propose_payout(claim_id: UUID, body: PayoutIn, me: RecentUser, db: Session) -> ProposalOut:
    """Proposes a payout that one administrator may not decide alone. It takes effect when another approves.

    403 `own_claim`, `step_up_required`, `decision_does_not_count`; 404 `claim_not_found`; 409 `wrong_state`;
    422 `payout_too_high`.
    """
    return await service.propose_payout(db, claim_id, payout=body.payout, by=me.id)


@admin.post("/{claim_id}/reject")
async def reject_claim(claim_id: UUID, body: RejectionIn, me: CurrentUser, db: Session) -> ClaimOut:
    """Rejects a claim. The owner may claim again. 403 `own_claim`, 404 `claim_not_found`, 409 `wrong_state`."""
    return ClaimOut.model_validate(await service.reject(db, claim_id, reason=body.reason, by=me.id))
