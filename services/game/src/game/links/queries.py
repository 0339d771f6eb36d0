"""Which accounts are tied to each other."""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, any_, exists, func, literal, select

from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Ownership
from game.links.models import Dispute, Transfer, VerifiedName


async def transfers_among(db: UnitOfWork, user_ids: Collection[UUID]) -> set[frozenset[UUID]]:
    """The pairs of these accounts between which money was sent."""
    these = literal(sorted(user_ids), ARRAY(Uuid))
    among = select(Transfer.sender_id, Transfer.recipient_id).where(
        Transfer.sender_id == any_(these), Transfer.recipient_id == any_(these)
    )
    return {frozenset(pair) for pair in (await db.execute(among))}


async def names_among(db: UnitOfWork, user_ids: Collection[UUID]) -> set[frozenset[UUID]]:
    """The groups of these accounts whose owners have one legal name."""
    theirs = VerifiedName.user_id == any_(literal(sorted(user_ids), ARRAY(Uuid)))
    same = select(func.array_agg(VerifiedName.user_id)).where(theirs).group_by(VerifiedName.digest)
    return set(map(frozenset, await db.scalars(same.having(func.count() > 1))))


@dataclass(frozen=True)
class Ties:
    """Between which accounts money was sent, and by user the group of those whose owners have one legal name."""

    paid: Set[frozenset[UUID]]
    group: Mapping[UUID, int]

    def bind(self, one: UUID, other: UUID) -> bool:
        """Whether two accounts are linked."""
        has_one_name = one in self.group and self.group[one] == self.group.get(other)
        return one != other and (has_one_name or frozenset((one, other)) in self.paid)


async def ties_among(db: UnitOfWork, user_ids: Collection[UUID]) -> Ties:
    """How these accounts are linked."""
    named = await names_among(db, user_ids)
    group = {user_id: number for number, users in enumerate(named) for user_id in users}
    return Ties(await transfers_among(db, user_ids), group)


async def animals_among(db: UnitOfWork, user_ids: Collection[UUID]) -> set[frozenset[UUID]]:
    """The pairs of these accounts of which one has had an animal right after the other."""
    these = literal(sorted(user_ids), ARRAY(Uuid))
    theirs = select(Ownership.livestock_id).where(Ownership.owner_id == any_(these)).group_by(Ownership.livestock_id)
    several = theirs.having(func.count(Ownership.owner_id.distinct()) > 1)
    query = select(Ownership.livestock_id, Ownership.owner_id).where(Ownership.livestock_id.in_(several))
    rows = (await db.execute(query.order_by(Ownership.livestock_id, Ownership.began_at, Ownership.version))).all()
    steps = {frozenset((a.owner_id, b.owner_id)) for a, b in pairwise(rows) if a.livestock_id == b.livestock_id}
    return {step for step in steps if len(step) == 2 and step <= set(user_ids)}


async def has_dispute(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether a payment of theirs is disputed, or was taken back."""
    return bool(await db.scalar(select(exists().where(Dispute.user_id == user_id, Dispute.open))))
