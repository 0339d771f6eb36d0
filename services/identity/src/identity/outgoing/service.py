"""Writes, limits and settles messages: mails and SMS."""

from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select, text

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.due import GiveUp
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity.outgoing.models import Outgoing

HOURLY = 5
"""How many messages an hour one recipient gets, whoever asks for them."""

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7305013, hashtext(lower(:recipient)))")

M = TypeVar("M", bound=Outgoing)


async def may_receive(db: UnitOfWork, kind: type[Outgoing], recipient: str) -> bool:
    """Whether the recipient has had fewer messages in the last hour than the limit, so that nobody is flooded.

    Others who ask for the same recipient wait until this transaction ends.
    """
    await db.execute(_ONE_AT_A_TIME, {"recipient": recipient})
    recent = select(func.count()).where(
        func.lower(kind.recipient) == func.lower(recipient), kind.created_at > clock.now() - timedelta(hours=1)
    )
    return (await db.scalar(recent) or 0) < HOURLY


def write(db: UnitOfWork, kind: type[Outgoing], *, recipient: str, **content: str) -> None:
    """Has a message sent if and only if the transaction commits."""
    now = clock.now()
    columns = {"id": new_id(), "recipient": recipient, "created_at": now, "due_at": now, **content}
    db.add(kind(**columns))


async def unsettled(db: Database, kind: type[M], id: UUID) -> M | None:
    """The message, unless it was sent or given up already."""
    async with db.unit_of_work() as session:
        found = await session.get(kind, id)
    return found if found is not None and not found.is_settled else None


async def was_sent(db: Database, kind: type[Outgoing], id: UUID) -> None:
    """Records that a message was sent."""
    async with db.unit_of_work() as session:
        for message in await _locked(session, kind, id):
            message.was_sent(clock.now())


async def was_refused(db: Database, kind: type[Outgoing], id: UUID) -> None:
    """Gives up a message that was refused for good."""
    async with db.unit_of_work() as session:
        for message in await _locked(session, kind, id):
            message.abandon(clock.now())


def give_up(kind: type[Outgoing], *, age: timedelta) -> GiveUp:
    """Gives up messages that could not be sent while they were useful."""

    async def abandon(db: UnitOfWork, id: UUID) -> None:
        for message in await _locked(db, kind, id):
            message.abandon(clock.now())

    return GiveUp(abandon, age=age)


async def _locked(db: UnitOfWork, kind: type[M], id: UUID) -> list[M]:
    """The message, locked; nothing if it is settled or was deleted with its user."""
    found = await db.get(kind, id, with_for_update=True)
    return [found] if found is not None and not found.is_settled else []
