"""Claims for animals that died: asked for by the owner at death, decided by an administrator, paid by the wallet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.proposals.service import require_entitled
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import InsuranceClaimApproved
from farm import subjects
from farm.blocks import service as blocks
from farm.deaths.errors import (
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
from farm.deaths.models import CLAIM_STEPS, STANDING_CLAIM, Claim, Death
from farm.deaths.schemas import ClaimOut, ProposedPayout
from farm.machine import follow
from farm.ownership.errors import Doubt, SecondPersonNeeded
from farm.settings import Settings

_ADMINISTRATORS = frozenset({"admin"})


async def claim(db: UnitOfWork, death: Death, *, owner_id: UUID, amount: Money, statement: str | None) -> Claim:
    """The owner of then asks to be paid; the animal must be locked.

    Raises NotOwnerAtDeath, ClaimTooHigh, ClaimStanding.
    """
    if death.owner_id != owner_id:
        raise NotOwnerAtDeath
    if amount.currency != death.currency or amount.minor > death.value_minor:
        raise ClaimTooHigh(f"The animal was worth {death.value.amount} {death.currency}.")
    if await _standing(db, death) is not None:
        raise ClaimStanding
    claimed = Claim(
        id=new_id(),
        death_id=death.id,
        livestock_id=death.livestock_id,
        owner_id=owner_id,
        state=follow(CLAIM_STEPS, "claim", None),
        asked_minor=amount.minor,
        currency=amount.currency,
        statement=statement,
        requested_at=clock.now(),
    )
    db.add(claimed)
    return claimed


async def approve(db: UnitOfWork, claim_id: UUID, *, payout: Money, by: UUID) -> Claim:
    """The owner is to be paid; more than one administrator decides alone needs a second one.

    Raises ClaimNotFound, OwnClaim, NotEntitled, SecondPersonNeeded, and what `_approve` raises.
    """
    claimed, death = await _locked(db, claim_id, by=by)
    await require_entitled(db, by, roles=_ADMINISTRATORS, beneficiaries=[claimed.owner_id])
    if payout.amount > Settings().claim_alone:
        raise SecondPersonNeeded([Doubt("payout", f"More than {Settings().claim_alone} {payout.currency}.")])
    return await _approve(db, claimed, death, payout=payout, by=by)


async def propose_payout(db: UnitOfWork, claim_id: UUID, *, payout: Money, by: UUID) -> ProposalOut:
    """Keeps a payout until a second administrator has decided.

    Raises ClaimNotFound, OwnClaim, WrongState, PayoutTooHigh, NotEntitled.
    """
    claimed, _ = await _locked(db, claim_id, by=by)
    follow(CLAIM_STEPS, "approve", claimed.state)
    _refuse_more_than_asked(claimed, payout)
    wanted = ProposedPayout(claim_id=claim_id, payout=payout, proposed_by=by)
    return await propose(db, KIND, wanted, subject_id=claim_id, beneficiaries=[claimed.owner_id], by=by)


async def _apply(db: UnitOfWork, wanted: ProposedPayout, proposal_id: UUID, decided_by: UUID) -> None:
    claimed, death = await _locked(db, wanted.claim_id, by=decided_by)
    await _approve(db, claimed, death, payout=wanted.payout, by=wanted.proposed_by)


async def _approve(db: UnitOfWork, claimed: Claim, death: Death, *, payout: Money, by: UUID) -> Claim:
    """Raises WrongState, DeathNotConfirmed, BirthUnconfirmed, PaymentDisputed, PayoutTooHigh."""
    follow(CLAIM_STEPS, "approve", claimed.state)
    if death.state != "confirmed":
        raise DeathNotConfirmed
    await _refuse_doubtful_animal(db, claimed.livestock_id)
    _refuse_more_than_asked(claimed, payout)
    before = audit.picture(claimed, "state")
    claimed.decide("approve", now=clock.now(), by=by)
    claimed.payout_minor = payout.minor
    emit(
        db,
        InsuranceClaimApproved(
            claim_id=claimed.id,
            death_id=death.id,
            livestock_id=claimed.livestock_id,
            owner_id=claimed.owner_id,
            payout=payout,
        ),
    )
    after = audit.picture(claimed, "state") | {"payout": str(payout)}
    audit.record(db, "insurance_claim.approved", subject_id=claimed.id, before=before, after=after)
    return claimed


KIND = Kind("insurance_claim.approve", ProposedPayout, _apply)


def _refuse_more_than_asked(claimed: Claim, payout: Money) -> None:
    if payout.currency != claimed.currency or payout.minor > claimed.asked_minor:
        raise PayoutTooHigh(f"The owner asks for {claimed.asked.amount} {claimed.currency}.")


async def _refuse_doubtful_animal(db: UnitOfWork, livestock_id: UUID) -> None:
    """Raises BirthUnconfirmed, PaymentDisputed."""
    reasons = {block.reason for block in await blocks.standing(db, livestock_id, now=clock.now())}
    if "unconfirmed" in reasons:
        raise BirthUnconfirmed
    if "dispute" in reasons:
        raise PaymentDisputed


async def reject(db: UnitOfWork, claim_id: UUID, *, reason: str, by: UUID) -> Claim:
    """The owner is not paid, and may ask again. Raises ClaimNotFound, OwnClaim, WrongState."""
    claimed, _ = await _locked(db, claim_id, by=by)
    before = audit.picture(claimed, "state")
    claimed.decide("reject", now=clock.now(), by=by)
    claimed.rejection = reason
    audit.record(
        db,
        "insurance_claim.rejected",
        subject_id=claim_id,
        before=before,
        after=audit.picture(claimed, "state", "rejection"),
        personal={"rejection"},
        person_id=claimed.owner_id,
    )
    return claimed


async def void(db: UnitOfWork, death: Death, *, now: datetime, by: UUID) -> None:
    """There was no death; the animal must be locked. Raises ClaimPaid."""
    claimed = await _standing(db, death)
    if claimed is None:
        return
    if claimed.state == "approved":
        raise ClaimPaid
    claimed.decide("void", now=now, by=by)
    claimed.rejection = "The report of the animal's death was reverted."


async def of_owner(db: UnitOfWork, paging: Paging, *, owner_id: UUID) -> Page[ClaimOut]:
    """What a user has asked for, the newest first."""
    return await _page(db, paging, Claim.owner_id == owner_id, descending=True)


async def queue(db: UnitOfWork, paging: Paging, *, state: str) -> Page[ClaimOut]:
    """The claims in this state, the oldest first."""
    return await _page(db, paging, Claim.state == state, descending=False)


async def _page(db: UnitOfWork, paging: Paging, which: ColumnElement[bool], *, descending: bool) -> Page[ClaimOut]:
    rows, cursor = await paginate(db, select(Claim).where(which), paging, key=[Claim.id], descending=descending)
    return Page(items=[ClaimOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _standing(db: UnitOfWork, death: Death) -> Claim | None:
    return await db.scalar(select(Claim).where(Claim.death_id == death.id, STANDING_CLAIM))


async def _locked(db: UnitOfWork, claim_id: UUID, *, by: UUID) -> tuple[Claim, Death]:
    """A claim and the death behind it as they are now, under the animal's lock. Raises ClaimNotFound, OwnClaim."""
    claimed = await db.get(Claim, claim_id)
    if claimed is None:
        raise ClaimNotFound
    if claimed.owner_id == by:
        raise OwnClaim
    await subjects.lock_animal(db, claimed.livestock_id)
    await db.refresh(claimed)
    return claimed, await db.get_one(Death, claimed.death_id)
