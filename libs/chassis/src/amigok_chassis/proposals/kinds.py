"""Kinds of proposals, as services declare them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel

from amigok_chassis.errors import DomainError
from amigok_chassis.unit_of_work import UnitOfWork

P = TypeVar("P", bound=BaseModel)


@dataclass(frozen=True)
class Kind(Generic[P]):
    """What may be proposed: the name `<noun>.<what is done>`, what a proposal says, and what is done on approval.

    `apply(db, payload, proposal_id, decided_by)` runs once, in the transaction of the approval. A failure that it
    raises is the answer to the decision, and the proposal stays open. `proposers` and `deciders` are the roles that
    may do so. `personal` names personal values. They are deleted with their person, the first of the beneficiaries.
    `raises` are the failures of `apply`: routes that propose declare them too, as a single administrator decides alone.
    """

    name: str
    payload: type[P]
    apply: Callable[[UnitOfWork, P, UUID, UUID], Awaitable[None]]
    proposers: frozenset[str] = frozenset({"admin"})
    deciders: frozenset[str] = frozenset({"admin"})
    personal: frozenset[str] = frozenset()
    raises: tuple[type[DomainError], ...] = ()

    async def run(self, db: UnitOfWork, payload: dict[str, Any], *, proposal_id: UUID, decided_by: UUID) -> None:
        """Does what an approved proposal says."""
        await self.apply(db, self.payload.model_validate(payload), proposal_id, decided_by)
