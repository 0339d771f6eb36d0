"""Conflicts of interest: which entries of a contest somebody does not judge, and why.

`entrant`: they have entered it. `owner`: the animal is theirs now. `former_owner`: it was once. `farm_staff`: they work
on the farm where it stands. `linked`: before they were asked to judge, money went between them and who has entered it,
or both have one legal name. Money that goes later is a suspicion: who pays a judge would choose their judges by it. Of
several reasons the first counts.
"""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, case, exists, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Animal, Ownership
from game.entries.machine import LIVE
from game.entries.models import Entry
from game.farms.models import Farm
from game.judges.machine import ASKED
from game.judges.models import Judge
from game.links.models import Transfer, VerifiedName


async def of_judge(db: UnitOfWork, judge: Judge) -> Mapping[UUID, str]:
    """The entries that a judge does not judge, each with its reason."""
    reason = _reason(judge).label("reason")
    query = select(Entry.id, reason).outerjoin(Animal, Animal.id == Entry.livestock_id)
    rows = await db.execute(query.where(Entry.contest_id == judge.contest_id, _reason(judge).is_not(None)))
    return {entry_id: reason for entry_id, reason in rows if reason is not None}


async def has_entered(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> bool:
    """Whether this person has an animal in the contest, or had."""
    return bool(await db.scalar(select(exists().where(Entry.contest_id == contest_id, Entry.owner_id == user_id))))


async def require_no_party(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> None:
    """Nobody decides about a contest that they judge or have an animal in. Raises OwnBehalf."""
    took_part = or_(Entry.state.in_(LIVE), Entry.frozen_at.is_not(None))
    entered = exists().where(Entry.contest_id == contest_id, Entry.owner_id == user_id, took_part)
    judges = exists().where(Judge.contest_id == contest_id, Judge.user_id == user_id, Judge.state.in_(ASKED))
    if await db.scalar(select(or_(entered, judges))):
        raise OwnBehalf


def _reason(judge: Judge) -> ColumnElement[str | None]:
    who = literal(judge.user_id)
    return case(
        (Entry.owner_id == who, "entrant"),
        (Animal.owner_id == who, "owner"),
        (exists().where(Ownership.livestock_id == Entry.livestock_id, Ownership.owner_id == who), "former_owner"),
        (exists().where(Farm.id == Animal.farm_id, who == any_(Farm.staff_ids)), "farm_staff"),
        (_paid(who, Entry.owner_id, before=judge.id), "linked"),
        (_has_the_name_of(who, Entry.owner_id), "linked"),
    )


def _paid(who: ColumnElement[UUID], other: InstrumentedAttribute[UUID], *, before: UUID) -> ColumnElement[bool]:
    """Whether money went between two before an id was made; ids sort by their time."""
    sent = and_(Transfer.sender_id == who, Transfer.recipient_id == other)
    got = and_(Transfer.sender_id == other, Transfer.recipient_id == who)
    return exists().where(or_(sent, got), Transfer.transfer_id < before)


def _has_the_name_of(who: ColumnElement[UUID], other: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    own, same = aliased(VerifiedName), aliased(VerifiedName)
    return exists().where(own.user_id == who, same.user_id == other, same.digest == own.digest)
