"""Proposing and deciding. The routes ask both people for a recent proof of who they are. Both must be entitled when the
proposal takes effect: one by somebody who is no longer an administrator is not approved.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

import structlog
from pydantic import BaseModel
from sqlalchemy import ColumnElement, exists, func, select, update

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf, ProposalNotFound, ProposerGone
from amigok_chassis.proposals.kinds import Kind
from amigok_chassis.proposals.models import LIFETIME, Proposal
from amigok_chassis.proposals.schemas import ProposalOut
from amigok_chassis.standing import service as standing
from amigok_chassis.unit_of_work import UnitOfWork

log = structlog.get_logger()

SINGLE_ADMINISTRATOR = "single_administrator"
"""The key in the `.info` of a unit of work that says whether a single administrator decides alone."""

Kinds = dict[str, Kind[Any]]


async def propose(
    db: UnitOfWork,
    kind: Kind[Any],
    payload: BaseModel,
    *,
    subject_id: UUID,
    beneficiaries: Collection[UUID],
    by: UUID,
) -> ProposalOut:
    """Stores a proposal until another person decides. With a single administrator it takes effect at once.

    Raises OwnBehalf, NotEntitled, and with a single administrator what the kind's `apply` raises.
    """
    await require_entitled(db, by, roles=kind.proposers, beneficiaries=beneficiaries)
    now = clock.now()
    proposal = Proposal(
        id=new_id(),
        kind=kind.name,
        subject_id=subject_id,
        payload=payload.model_dump(mode="json"),
        beneficiaries=list(beneficiaries),
        state="open",
        alone=bool(db.info.get(SINGLE_ADMINISTRATOR)),
        proposed_by=by,
        proposed_at=now,
        expires_at=now + LIFETIME,
        note="",
    )
    db.add(proposal)
    await db.flush()
    _record(db, kind, proposal, "proposed", told=proposal.payload)
    if proposal.alone:
        log.warning("proposal.decided_alone", kind=kind.name, proposal_id=proposal.id, actor_id=by)
        await _approve(db, kind, proposal, by=by, note="")
    return ProposalOut.of(proposal)


async def decide(
    db: UnitOfWork, kinds: Kinds, proposal_id: UUID, *, decision: str, note: str, by: UUID, role: str
) -> ProposalOut:
    """Approves and does what was proposed in the same transaction, or rejects.

    Raises ProposalNotFound, ProposalClosed, OwnProposal, OwnBehalf, NotEntitled, ProposerGone, and what the kind's
    `apply` raises.
    """
    proposal, kind = await _locked(db, kinds, proposal_id, role=role)
    await require_entitled(db, by, roles=kind.deciders, beneficiaries=proposal.beneficiaries)
    if decision == "approved":
        await _approve(db, kind, proposal, by=by, note=note)
    else:
        proposal.decide("rejected", by=by, note=note, now=clock.now())
        _record(db, kind, proposal, "rejected")
    return ProposalOut.of(proposal)


async def withdraw(db: UnitOfWork, kinds: Kinds, proposal_id: UUID, *, by: UUID, role: str) -> ProposalOut:
    """Withdraws one's own proposal. Raises ProposalNotFound, ProposalClosed."""
    proposal, kind = await _locked(db, kinds, proposal_id, role=role)
    if proposal.proposed_by != by:
        raise ProposalNotFound
    proposal.decide("withdrawn", by=by, note="", now=clock.now())
    _record(db, kind, proposal, "withdrawn")
    return ProposalOut.of(proposal)


async def listed(db: UnitOfWork, kinds: Kinds, page: Paging, *, state: str | None, role: str) -> Page[ProposalOut]:
    """A page of the proposals that this role decides on, newest first. Those past their time count as `expired`."""
    query = select(Proposal).where(Proposal.kind.in_([name for name, kind in kinds.items() if role in kind.deciders]))
    if state is not None:
        query = query.where(Proposal.state == ("open" if state == "expired" else state))
    if state == "open":
        query = query.where(Proposal.expires_at > clock.now())
    if state == "expired":
        query = query.where(Proposal.expires_at <= clock.now())
    rows, cursor = await paginate(db, query, page, key=[Proposal.id])
    return Page(items=[ProposalOut.of(row) for row in rows], next_cursor=cursor)


async def read(db: UnitOfWork, kinds: Kinds, proposal_id: UUID, *, role: str) -> ProposalOut:
    """One proposal that this role decides on. Raises ProposalNotFound."""
    proposal = await db.get(Proposal, proposal_id)
    _kind_of(kinds, proposal, role)
    return ProposalOut.of(proposal)  # type: ignore[arg-type]


async def as_it_is(db: UnitOfWork, proposal_id: UUID) -> ProposalOut:
    """The current state of a proposal, for a replay under the same idempotency key."""
    return ProposalOut.of(await db.get_one(Proposal, proposal_id, populate_existing=True))


async def count_open(db: UnitOfWork) -> int:
    """How many wait for a decision."""
    waiting = select(func.count()).where(Proposal.state == "open", Proposal.expires_at > clock.now())
    return await db.scalar(waiting) or 0


def waiting_about(user_id: UUID) -> ColumnElement[bool]:
    """In SQL, whether an open proposal benefits this person."""
    theirs = Proposal.beneficiaries.contains([user_id])
    return exists().where(Proposal.state == "open", Proposal.expires_at > clock.now(), theirs)


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases what proposals say of a person who is deleted, and closes those that are open."""
    theirs = Proposal.beneficiaries.contains([user_id])
    still_open = update(Proposal).where(theirs, Proposal.state == "open")
    await db.execute(still_open.values(state="withdrawn", decided_at=clock.now()))
    await db.execute(update(Proposal).where(theirs).values(payload={}, note=""))


async def require_entitled(
    db: UnitOfWork, user_id: UUID, *, roles: Collection[str], beneficiaries: Collection[UUID]
) -> None:
    """Raises OwnBehalf when the user gains by it, NotEntitled when what they decide by these roles does not count."""
    if user_id in beneficiaries:
        raise OwnBehalf
    if not await counts(db, user_id, roles=roles):
        raise NotEntitled


async def counts(db: UnitOfWork, user_id: UUID, *, roles: Collection[str] = ("admin",)) -> bool:
    """Whether what the user decides by one of these roles counts now."""
    return (await standing.of(db, user_id)).may_decide(roles, clock.now())


async def _approve(db: UnitOfWork, kind: Kind[Any], proposal: Proposal, *, by: UUID, note: str) -> None:
    proposal.decide("approved", by=by, note=note, now=clock.now())
    if not await counts(db, proposal.proposed_by, roles=kind.proposers):
        raise ProposerGone
    await db.flush()
    _record(db, kind, proposal, "approved")
    await kind.run(db, proposal.payload, proposal_id=proposal.id, decided_by=by)


async def _locked(db: UnitOfWork, kinds: Kinds, proposal_id: UUID, *, role: str) -> tuple[Proposal, Kind[Any]]:
    proposal = await db.get(Proposal, proposal_id, with_for_update=True, populate_existing=True)
    kind = _kind_of(kinds, proposal, role)
    assert proposal is not None
    return proposal, kind


def _kind_of(kinds: Kinds, proposal: Proposal | None, role: str) -> Kind[Any]:
    """Raises ProposalNotFound if this role does not decide on it."""
    kind = kinds.get(proposal.kind) if proposal else None
    if kind is None or role not in kind.deciders:
        raise ProposalNotFound
    return kind


def _record(
    db: UnitOfWork, kind: Kind[Any], proposal: Proposal, what: str, *, told: dict[str, Any] | None = None
) -> None:
    person = proposal.beneficiaries[0] if proposal.beneficiaries else None
    audit.record(
        db,
        f"{kind.name}.{what}",
        subject_id=proposal.subject_id,
        after={"proposal_id": proposal.id, **(told or {})},
        personal=kind.personal if person else (),
        person_id=person,
    )
