"""Insurance claims: requested by the owner at death, decided by administrators, paid by the wallet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.machine import WrongState
from amigok_chassis.outbox import emit
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.proposals.service import require_entitled
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm_claims import InsuranceClaimApproved, InsurancePayoutRequested
from farm.blocks import service as blocks
from farm.claims.errors import (
    BirthUnconfirmed,
    ClaimNotFound,
    ClaimPaid,
    ClaimStanding,
    ClaimTooHigh,
    DeathNotConfirmed,
    NotOwnerAtDeath,
    OwnClaim,
    PaymentDisputed,
    PayoutTooHigh,
)
from farm.claims.models import CLAIMS, STANDING, Claim
from farm.claims.schemas import ClaimIn, ProposedPayout
from farm.deaths import service as deaths
from farm.deaths.models import Death
from farm.livestock.locks import lock_animal
from farm.settings import Settings
from farm.staff.errors import Doubt, SecondPersonNeeded

_ADMINISTRATORS = frozenset({"admin"})


async def request(db: UnitOfWork, livestock_id: UUID, wanted: ClaimIn, *, owner_id: UUID) -> Claim:
    """Claims the insurance of an animal for its owner at death.

    Raises LivestockNotFound, DeathNotFound, NotOwnerAtDeath, ClaimTooHigh, ClaimStanding.
    """
    await lock_animal(db, livestock_id)
    death = await deaths.standing(db, livestock_id)
    if death.owner_id != owner_id:
        raise NotOwnerAtDeath
    if wanted.amount.currency != death.currency or wanted.amount.minor > death.value_minor:
        raise ClaimTooHigh(f"The animal was worth {death.value.amount} {death.currency}.")
    if await _standing(db, death) is not None:
        raise ClaimStanding
    claim = Claim(
        id=new_id(),
        death_id=death.id,
        livestock_id=death.livestock_id,
        owner_id=owner_id,
        state=CLAIMS.follow("claim", None),
        asked_minor=wanted.amount.minor,
        currency=wanted.amount.currency,
        statement=wanted.statement,
        requested_at=clock.now(),
    )
    db.add(claim)
    return claim


async def approve(db: UnitOfWork, claim_id: UUID, *, payout: Money, by: UUID) -> Claim:
    """Approves a payout. One above the limit for a single administrator needs a second one.

    Raises ClaimNotFound, OwnClaim, NotEntitled, SecondPersonNeeded, and what `_approve` raises.
    """
    claim, death = await _locked(db, claim_id, by=by)
    await require_entitled(db, by, roles=_ADMINISTRATORS, beneficiaries=[claim.owner_id])
    limit = db.settings(Settings).claim_alone
    if payout.amount > limit:
        raise SecondPersonNeeded([Doubt("payout", f"More than {limit} {payout.currency}.")])
    return await _approve(db, claim, death, payout=payout, by=by)


async def propose_payout(db: UnitOfWork, claim_id: UUID, *, payout: Money, by: UUID) -> ProposalOut:
    """Proposes a payout.

    Raises ClaimNotFound, OwnClaim, WrongState, PayoutTooHigh, NotEntitled.
    """
    claim, _ = await _locked(db, claim_id, by=by)
    CLAIMS.follow("approve", claim.state)
    _refuse_more_than_asked(claim, payout)
    wanted = ProposedPayout(claim_id=claim_id, payout=payout, proposed_by=by)
    return await propose(db, KIND, wanted, subject_id=claim_id, beneficiaries=[claim.owner_id], by=by)


async def _apply(db: UnitOfWork, wanted: ProposedPayout, proposal_id: UUID, decided_by: UUID) -> None:
    claim, death = await _locked(db, wanted.claim_id, by=decided_by)
    await _approve(db, claim, death, payout=wanted.payout, by=wanted.proposed_by)


async def _approve(db: UnitOfWork, claim: Claim, death: Death, *, payout: Money, by: UUID) -> Claim:
    """Raises WrongState, DeathNotConfirmed, BirthUnconfirmed, PaymentDisputed, PayoutTooHigh."""
    CLAIMS.follow("approve", claim.state)
    if death.state != "confirmed":
        raise DeathNotConfirmed
    await _refuse_doubtful_animal(db, claim.livestock_id)
    _refuse_more_than_asked(claim, payout)
    before = audit.picture(claim, "state")
    claim.decide("approve", now=clock.now(), by=by)
    claim.payout_minor = payout.minor
    emit(
        db,
        InsuranceClaimApproved(
            claim_id=claim.id,
            death_id=death.id,
            livestock_id=claim.livestock_id,
            owner_id=claim.owner_id,
            payout=payout,
        ),
    )
    emit(
        db,
        InsurancePayoutRequested(
            reference_id=claim.id,
            payee_id=claim.owner_id,
            amount=payout,
            description="Insurance of an animal that died",
        ),
    )
    after = audit.picture(claim, "state") | {"payout": str(payout)}
    audit.record(db, "insurance_claim.approved", subject_id=claim.id, before=before, after=after)
    return claim


KIND = Kind(
    "insurance_claim.approve",
    ProposedPayout,
    _apply,
    raises=(
        OwnClaim,
        ClaimNotFound,
        BirthUnconfirmed,
        DeathNotConfirmed,
        PaymentDisputed,
        WrongState,
        PayoutTooHigh,
    ),
)


def _refuse_more_than_asked(claim: Claim, payout: Money) -> None:
    if payout.currency != claim.currency or payout.minor > claim.asked_minor:
        raise PayoutTooHigh(f"The owner claims {claim.asked.amount} {claim.currency}.")


async def _refuse_doubtful_animal(db: UnitOfWork, livestock_id: UUID) -> None:
    """Raises BirthUnconfirmed, PaymentDisputed."""
    reasons = {block.reason for block in await blocks.standing(db, livestock_id, now=clock.now())}
    if "unconfirmed" in reasons:
        raise BirthUnconfirmed
    if "dispute" in reasons:
        raise PaymentDisputed


async def reject(db: UnitOfWork, claim_id: UUID, *, reason: str, by: UUID) -> Claim:
    """Rejects a claim. The owner may claim again. Raises ClaimNotFound, OwnClaim, WrongState."""
    claim, _ = await _locked(db, claim_id, by=by)
    before = audit.picture(claim, "state")
    claim.decide("reject", now=clock.now(), by=by)
    claim.rejection = reason
    audit.record(
        db,
        "insurance_claim.rejected",
        subject_id=claim_id,
        before=before,
        after=audit.picture(claim, "state", "rejection"),
        personal={"rejection"},
        person_id=claim.owner_id,
    )
    return claim


async def void(db: UnitOfWork, death: Death, *, now: datetime, by: UUID) -> None:
    """Rejects the open claim of a death that is reverted; the animal must be locked. Raises ClaimPaid."""
    claim = await _standing(db, death)
    if claim is None:
        return
    if claim.state == "approved":
        raise ClaimPaid
    claim.decide("void", now=now, by=by)
    claim.rejection = "The report of the animal's death was reverted."


async def _standing(db: UnitOfWork, death: Death) -> Claim | None:
    return await db.scalar(select(Claim).where(Claim.death_id == death.id, STANDING))


async def _locked(db: UnitOfWork, claim_id: UUID, *, by: UUID) -> tuple[Claim, Death]:
    """Returns a claim and the death behind it, under the animal's lock. Raises ClaimNotFound, OwnClaim."""
    claim = await db.get(Claim, claim_id)
    if claim is None:
        raise ClaimNotFound
    if claim.owner_id == by:
        raise OwnClaim
    await lock_animal(db, claim.livestock_id)
    await db.refresh(claim)
    return claim, await db.get_one(Death, claim.death_id)
