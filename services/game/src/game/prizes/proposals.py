"""Prizes that come to much: one administrator proposes to give them, another one agrees."""

from uuid import UUID

from pydantic import BaseModel

from amigok_chassis import audit
from amigok_chassis.proposals import Kind, ProposalOut
from amigok_chassis.proposals import propose as keep
from amigok_chassis.unit_of_work import UnitOfWork
from game.prizes import service
from game.prizes.errors import NothingToAgree


class Distribution(BaseModel):
    """The prizes of a contest that wait for two administrators to agree: how many, and what they come to."""

    contest_id: UUID
    prizes: int
    totals: dict[str, int]


async def propose(db: UnitOfWork, contest_id: UUID, *, by: UUID) -> ProposalOut | None:
    """Proposes to give what waits for that; None where nothing does. Raises OwnBehalf, NotEntitled, NothingToAgree."""
    waiting = await service.agreeing(db, contest_id)
    if not waiting:
        return None
    totals: dict[str, int] = {}
    for award in waiting:
        totals[award.currency or ""] = totals.get(award.currency or "", 0) + (award.amount or 0)
    payload = Distribution(contest_id=contest_id, prizes=len(waiting), totals=totals)
    winners = sorted({award.owner_id for award in waiting})
    return await keep(db, KIND, payload, subject_id=contest_id, beneficiaries=winners, by=by)


async def _apply(db: UnitOfWork, what: Distribution, proposal_id: UUID, decided_by: UUID) -> None:
    if not await service.agree(db, what.contest_id):
        raise NothingToAgree
    audit.record(db, "prizes.agreed", subject_id=what.contest_id, after={"prizes": what.prizes})


KIND = Kind("prizes.give", Distribution, _apply, raises=(NothingToAgree,))
