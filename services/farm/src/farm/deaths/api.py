"""Deaths and claims over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, RecentAdministrator, RecentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.proposals import ProposalOut
from farm.deaths import claims, service
from farm.deaths.models import DEATH_STEPS
from farm.deaths.schemas import (
    ClaimIn,
    ClaimOut,
    ClaimState,
    ConfirmationIn,
    DeathIn,
    DeathOut,
    PayoutIn,
    RejectionIn,
    ReversionIn,
)
from farm.entries.service import once

router = APIRouter(prefix="/api/v1", tags=["deaths"])
admin = APIRouter(prefix="/api/v1/admin", tags=["deaths"], dependencies=[Depends(requires("admin"))])

_reporters = Depends(requires(*sorted(DEATH_STEPS["report"].by)))
_confirmers = Depends(requires(*sorted(DEATH_STEPS["confirm"].by)))


@router.post("/livestock/{livestock_id}/death", status_code=201, dependencies=[_reporters])
async def report_death(livestock_id: UUID, body: DeathIn, me: CurrentUser, db: Session) -> DeathOut:
    """Reports that an animal died; that counts at once.

    403 `forbidden`, `own_animal`; 404 `livestock_not_found`; 409 `illegal_movement` (it is dead or gone),
    `died_before_last_movement`, `client_id_reused`; 422 `died_in_future`.
    """
    death = await once(
        db,
        "death",
        livestock_id,
        body,
        by=me,
        show=service.find,
        record=lambda: service.report(db, livestock_id, by=me, **body.said),
    )
    return DeathOut.model_validate(death)


@router.get("/livestock/{livestock_id}/death")
async def get_death(livestock_id: UUID, me: CurrentUser, db: Reader) -> DeathOut:
    """How an animal died, for its owner and the farm's people. 403 `forbidden`, 404 `death_not_found`."""
    return DeathOut.model_validate(await service.show(db, livestock_id, viewer=me))


@router.post("/livestock/{livestock_id}/death/confirm", dependencies=[_confirmers])
async def confirm_death(livestock_id: UUID, body: ConfirmationIn, me: CurrentUser, db: Session) -> DeathOut:
    """A veterinarian confirms a reported death.

    403 `forbidden`, `own_animal`; 404 `livestock_not_found`, `death_not_found`; 409 `wrong_state`, `other_death`.
    """
    return DeathOut.model_validate(await service.confirm(db, livestock_id, **dict(body), by=me.id))


@admin.post("/livestock/{livestock_id}/death/revert", status_code=202)
async def propose_reversion(livestock_id: UUID, body: ReversionIn, me: RecentAdministrator, db: Session) -> ProposalOut:
    """Proposes to take a wrong report back; when a second person approves, the animal lives.

    403 `step_up_required`, `own_animal`, `decision_does_not_count`; 404 `livestock_not_found`, `death_not_found`;
    409 `other_death`; and to who approves `claim_paid`, `farm_full`.
    """
    return await service.propose_reversion(db, livestock_id, **dict(body), by=me.id)


@router.post("/livestock/{livestock_id}/insurance-claim", status_code=201)
async def claim_insurance(livestock_id: UUID, body: ClaimIn, me: CurrentUser, db: Session) -> ClaimOut:
    """Asks to be paid for an animal that died as yours.

    403 `not_owner`; 404 `livestock_not_found`, `death_not_found`; 409 `claim_standing`; 422 `claim_too_high`.
    """
    return ClaimOut.model_validate(await service.claim(db, livestock_id, owner_id=me.id, **dict(body)))


@router.get("/my-insurance-claims")
async def list_my_claims(me: CurrentUser, page: PageRequest, db: Reader) -> Page[ClaimOut]:
    """What you have asked for, the newest first."""
    return await claims.of_owner(db, page, owner_id=me.id)


@admin.get("/insurance-claims")
async def list_claims(
    page: PageRequest, db: Reader, state: Annotated[ClaimState, Query()] = "requested"
) -> Page[ClaimOut]:
    """The claims in a state, the oldest first."""
    return await claims.queue(db, page, state=state)


@admin.post("/insurance-claims/{claim_id}/approve")
async def approve_claim(claim_id: UUID, body: PayoutIn, me: RecentUser, db: Session) -> ClaimOut:
    """The owner is to be paid this.

    403 `own_claim`, `step_up_required`, `decision_does_not_count`; 404 `claim_not_found`; 409 `wrong_state`,
    `death_not_confirmed`, `birth_unconfirmed`, `dispute_open`, `second_person_needed` (`why`: `payout`);
    422 `payout_too_high`.
    """
    return ClaimOut.model_validate(await claims.approve(db, claim_id, payout=body.payout, by=me.id))


@admin.post("/insurance-claims/{claim_id}/propose", status_code=202)
async def propose_payout(claim_id: UUID, body: PayoutIn, me: RecentUser, db: Session) -> ProposalOut:
    """The same where it is more than one administrator decides alone: it counts when a second one approves."""
    return await claims.propose_payout(db, claim_id, payout=body.payout, by=me.id)


@admin.post("/insurance-claims/{claim_id}/reject")
async def reject_claim(claim_id: UUID, body: RejectionIn, me: CurrentUser, db: Session) -> ClaimOut:
    """The owner is not paid, and may ask again. 403 `own_claim`, 404 `claim_not_found`, 409 `wrong_state`."""
    return ClaimOut.model_validate(await claims.reject(db, claim_id, reason=body.reason, by=me.id))
