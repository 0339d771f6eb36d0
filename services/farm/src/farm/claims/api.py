"""Insurance claims over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, RecentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from farm.claims import queries, service
from farm.claims.errors import (
    BirthUnconfirmed,
    ClaimNotFound,
    ClaimStanding,
    ClaimTooHigh,
    DeathNotConfirmed,
    NotOwnerAtDeath,
    OwnClaim,
    PaymentDisputed,
    PayoutTooHigh,
)
from farm.claims.schemas import ClaimIn, ClaimOut, PayoutIn, RejectionIn, State
from farm.deaths.errors import DeathNotFound
from farm.livestock.errors import LivestockNotFound
from farm.staff.errors import SecondPersonNeeded

router = APIRouter(prefix="/api/v1")
admin = APIRouter(prefix="/api/v1/admin/insurance-claims", dependencies=[Depends(requires("admin"))])


@router.post(
    "/livestock/{livestock_id}/insurance-claim",
    status_code=201,
    responses=problems(NotOwnerAtDeath, DeathNotFound, LivestockNotFound, ClaimStanding, ClaimTooHigh),
)
async def claim_insurance(livestock_id: UUID, body: ClaimIn, me: CurrentUser, db: Session) -> ClaimOut:
    """Claims the insurance of an animal that you owned when it died."""
    return ClaimOut.model_validate(await service.request(db, livestock_id, body, owner_id=me.id))


@router.get("/my-insurance-claims")
async def list_my_claims(me: CurrentUser, page: PageRequest, db: Reader) -> Page[ClaimOut]:
    """Lists your claims, newest first."""
    return await queries.of_owner(db, page, owner_id=me.id)


@admin.get("")
async def list_claims(page: PageRequest, db: Reader, state: Annotated[State, Query()] = "requested") -> Page[ClaimOut]:
    """Lists the claims in a state, oldest first."""
    return await queries.in_state(db, page, state=state)


@admin.post(
    "/{claim_id}/approve",
    responses=problems(
        NotEntitled,
        OwnBehalf,
        OwnClaim,
        ClaimNotFound,
        BirthUnconfirmed,
        DeathNotConfirmed,
        PaymentDisputed,
        SecondPersonNeeded,
        WrongState,
        PayoutTooHigh,
    ),
)
async def approve_claim(claim_id: UUID, body: PayoutIn, me: RecentUser, db: Session) -> ClaimOut:
    """Approves a claim: the owner is paid this amount."""
    return ClaimOut.model_validate(await service.approve(db, claim_id, payout=body.payout, by=me.id))


@admin.post("/{claim_id}/propose", status_code=202, responses=problems(NotEntitled, OwnBehalf, *service.KIND.raises))
async def propose_payout(claim_id: UUID, body: PayoutIn, me: RecentUser, db: Session) -> ProposalOut:
    """Proposes a payout that one administrator may not decide alone. It takes effect when another approves."""
    return await service.propose_payout(db, claim_id, payout=body.payout, by=me.id)


@admin.post("/{claim_id}/reject", responses=problems(OwnClaim, ClaimNotFound, WrongState))
async def reject_claim(claim_id: UUID, body: RejectionIn, me: CurrentUser, db: Session) -> ClaimOut:
    """Rejects a claim. The owner may claim again."""
    return ClaimOut.model_validate(await service.reject(db, claim_id, reason=body.reason, by=me.id))
