"""Conflicts of interest: which entries of a contest somebody does not judge, and why.

`entrant`: they have entered it. `owner`: the animal is theirs now. `former_owner`: it was once. `farm_staff`: they work
on the farm where it stands. `linked`: money went between them and who has entered it. Of several the first counts.
"""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, case, exists, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Animal, Ownership
from game.entries.models import Entry
from game.farms.models import Farm
from game.links.models import Transfer


async def of_judge(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> Mapping[UUID, str]:
    """The entries that this person does not judge, each with its reason."""
    reason = _reason(user_id).label("reason")
    query = select(Entry.id, reason).outerjoin(Animal, Animal.id == Entry.livestock_id)
    rows = await db.execute(query.where(Entry.contest_id == contest_id, _reason(user_id).is_not(None)))
    return {entry_id: reason for entry_id, reason in rows if reason is not None}


async def has_entered(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> bool:
    """Whether this person has an animal in the contest, or had."""
    return bool(await db.scalar(select(exists().where(Entry.contest_id == contest_id, Entry.owner_id == user_id))))


def _reason(user_id: UUID) -> ColumnElement[str | None]:
    who = literal(user_id)
    return case(
        (Entry.owner_id == who, "entrant"),
        (Animal.owner_id == who, "owner"),
        (exists().where(Ownership.livestock_id == Entry.livestock_id, Ownership.owner_id == who), "former_owner"),
        (exists().where(Farm.id == Animal.farm_id, who == any_(Farm.staff_ids)), "farm_staff"),
        (_linked(who, Entry.owner_id), "linked"),
    )


def _linked(who: ColumnElement[UUID], other: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    sent = and_(Transfer.sender_id == who, Transfer.recipient_id == other)
    got = and_(Transfer.sender_id == other, Transfer.recipient_id == who)
    return exists().where(or_(sent, got))
