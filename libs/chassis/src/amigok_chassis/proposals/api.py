"""Proposals over HTTP: every service that has kinds of them has these routes, at a path with its name."""

from functools import cache
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import Principal, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import service
from amigok_chassis.proposals.errors import (
    NotEntitled,
    OwnBehalf,
    OwnProposal,
    ProposalClosed,
    ProposalNotFound,
    ProposerGone,
)
from amigok_chassis.proposals.kinds import Kind
from amigok_chassis.proposals.schemas import DecisionIn, ProposalOut, State

StateQuery = Annotated[State | None, Query(description="Those in this state")]


@cache
def router(name: str, declared: tuple[Kind[Any], ...]) -> APIRouter:
    """The routes of a service's proposals, for the roles that decide on some of them."""
    kinds = {kind.name: kind for kind in declared}
    roles = sorted({role for kind in declared for role in kind.deciders})
    Decider = Annotated[Principal, Depends(requires(*roles))]
    RecentDecider = Annotated[Principal, Depends(requires(*roles, recent=True))]
    of_kinds = dict.fromkeys(kind for each in declared for kind in each.raises)
    door = APIRouter(prefix=f"/api/v1/admin/{name}/proposals")

    @door.get("")
    async def list_proposals(me: Decider, db: Reader, page: PageRequest, state: StateQuery = None) -> Page[ProposalOut]:
        """Lists proposals that wait for a second person or did, newest first."""
        return await service.listed(db, kinds, page, state=state, role=me.role)

    @door.get("/{proposal_id}", responses=problems(ProposalNotFound))
    async def read_proposal(proposal_id: UUID, me: Decider, db: Reader) -> ProposalOut:
        """One proposal."""
        return await service.read(db, kinds, proposal_id, role=me.role)

    @door.put(
        "/{proposal_id}/decision",
        responses=problems(
            ProposalNotFound, ProposalClosed, OwnProposal, OwnBehalf, NotEntitled, ProposerGone, *of_kinds
        ),
    )
    async def decide(proposal_id: UUID, body: DecisionIn, me: RecentDecider, db: Session) -> ProposalOut:
        """Approves somebody else's proposal, which takes effect at once, or rejects it."""
        return await service.decide(
            db, kinds, proposal_id, decision=body.decision, note=body.note, by=me.id, role=me.role
        )

    @door.post("/{proposal_id}/withdraw", responses=problems(ProposalNotFound, ProposalClosed))
    async def withdraw(proposal_id: UUID, me: Decider, db: Session) -> ProposalOut:
        """Withdraws your own proposal."""
        return await service.withdraw(db, kinds, proposal_id, by=me.id, role=me.role)

    return door
