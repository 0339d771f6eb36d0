"""What becomes of entries when their owner loses the animal, or wants to be deleted.

All is read from the history of the animal, so that the order in which events come makes no difference.

| the contest | sold, removed | dead | owner to be deleted |
| --- | --- | --- | --- |
| has not started | withdrawn, the fee is given back | the same | the same |
| runs | lost; the rules say whether it is scored until then | lost, and back if the report was wrong | an obstacle |
| is announced | nothing | nothing | nothing, unless a prize waits |
"""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import exists, func, or_, select

from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Animal, Ownership
from game.contests.machine import RUNNING
from game.contests.models import Contest
from game.entries import service
from game.entries.machine import FROZEN, LIVE, UNSETTLED
from game.entries.models import Entry
from game.facts import service as facts


class Loss(NamedTuple):
    """When and why somebody lost an animal."""

    at: datetime
    reason: str


async def follow_animal(db: UnitOfWork, livestock_id: UUID) -> None:
    """Brings the live entries of an animal in line with its history. The animal and their contests are locked."""
    theirs = select(Entry, Contest).join(Contest, Contest.id == Entry.contest_id)
    live = theirs.where(Entry.livestock_id == livestock_id, Entry.state.in_(LIVE)).order_by(Entry.id)
    for entry, contest in (await db.execute(live.execution_options(populate_existing=True))).all():
        _follow(db, contest, entry, await _loss(db, entry))
    await facts.due(db, [livestock_id])


async def withdraw_all(db: UnitOfWork, user_id: UUID) -> None:
    """Takes out what a user has entered in contests that have not started. Their contests are locked."""
    theirs = select(Entry, Contest).join(Contest, Contest.id == Entry.contest_id)
    waiting = theirs.where(Entry.owner_id == user_id, Entry.state.in_(service.WAITING)).order_by(Entry.id)
    for entry, contest in (await db.execute(waiting.execution_options(populate_existing=True))).all():
        service.withdraw(db, contest, entry, "account_deleted")
    await db.flush()


async def takes_part(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether a user has an entry, or a fee, that is not settled."""
    runs = select(Contest.id).where(Contest.state.in_(RUNNING))
    competing = exists().where(Entry.owner_id == user_id, Entry.state.in_(FROZEN), Entry.contest_id.in_(runs))
    unsettled = exists().where(Entry.owner_id == user_id, Entry.fee_state.in_(UNSETTLED))
    return bool(await db.scalar(select(competing | unsettled)))


def _follow(db: UnitOfWork, contest: Contest, entry: Entry, loss: Loss | None) -> None:
    if entry.state in service.WAITING:
        if loss is not None:
            service.withdraw(db, contest, entry, loss.reason)
    elif contest.announced_at is None:
        _follow_running(db, contest, entry, loss if loss and loss.at < contest.counts_until else None)


def _follow_running(db: UnitOfWork, contest: Contest, entry: Entry, loss: Loss | None) -> None:
    if loss is None:
        if entry.state == "lost":
            service.recover(db, contest, entry)
    elif entry.state == "competing":
        service.lose(db, contest, entry, loss.reason, at=loss.at)
    else:
        entry.lost_at, entry.reason = loss.at, loss.reason


async def _loss(db: UnitOfWork, entry: Entry) -> Loss | None:
    """The first loss of an animal since it was entered."""
    left = await _first_other_owner(db, entry)
    animal = await db.get_one(Animal, entry.livestock_id, populate_existing=True)
    died = Loss(animal.gone_at, "died") if animal.gone == "deceased" and animal.gone_at else None
    return min((loss for loss in (left, died) if loss is not None), default=None)


async def _first_other_owner(db: UnitOfWork, entry: Entry) -> Loss | None:
    of_animal = Ownership.livestock_id == entry.livestock_id
    theirs = of_animal, Ownership.owner_id == entry.owner_id, Ownership.began_at <= entry.registered_at
    got_it = select(func.max(Ownership.version)).where(*theirs).scalar_subquery()
    later = or_(Ownership.began_at >= entry.registered_at, Ownership.version > got_it)
    other = Ownership.owner_id.is_distinct_from(entry.owner_id)
    others = select(Ownership.began_at, Ownership.owner_id).where(of_animal, later, other)
    found = (await db.execute(others.order_by(Ownership.began_at, Ownership.version).limit(1))).first()
    return None if found is None else Loss(found.began_at, "sold" if found.owner_id else "removed")
