"""Mails and SMS leave like events do: written in the transaction that wants them, sent afterwards.

Sending is reserve, commit, send, mark. Whoever crashes between sending and marking leaves something that is sent a
second time when its reservation has run out, under the same id; nothing is lost.
"""

from datetime import datetime, timedelta
from typing import Generic, TypeVar
from uuid import UUID

from asyncpg import Record
from sqlalchemy import func, select, text, update

from amigok_chassis import clock, housekeeping
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity.outgoing.models import Outgoing

HOURLY = 5
"""So many an hour go to one recipient, whoever asks for them."""

BATCH = 20
RESERVATION = timedelta(seconds=60)
LONGEST_PAUSE = timedelta(minutes=10)

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7305013, hashtext(lower(:recipient)))")

M = TypeVar("M", bound=Outgoing)


class Queue(Generic[M]):
    """One channel's table, and the steps of sending what is in it."""

    def __init__(self, model: type[M]) -> None:
        self._model = model
        table = model.__tablename__
        unsettled = "sent_at IS NULL AND abandoned_at IS NULL"
        self._reserve = (
            f"UPDATE {table} SET attempts = attempts + 1, next_attempt_at = $2 WHERE id IN ("
            f"SELECT id FROM {table} WHERE {unsettled} AND next_attempt_at <= $1 "
            "ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING *"
        )
        self._sent = f"UPDATE {table} SET sent_at = $1, text = '' WHERE id = $2 AND {unsettled}"
        self._abandon = f"UPDATE {table} SET abandoned_at = $1, text = '' WHERE id = $2 AND {unsettled}"
        self._postpone = (
            f"UPDATE {table} SET next_attempt_at = CAST($1 AS timestamptz) + "
            f"least(interval '1 second' * power(2, least(attempts, 20)), $2) WHERE id = ANY($3) AND {unsettled}"
        )

    async def may_receive(self, db: UnitOfWork, recipient: str) -> bool:
        """Whether the recipient has had fewer in the last hour than they may: nobody can flood them through us.

        Who asks for the same recipient at the same time waits until this transaction ends.
        """
        await db.execute(_ONE_AT_A_TIME, {"recipient": recipient})
        recent = select(func.count()).where(
            func.lower(self._model.recipient) == func.lower(recipient),
            self._model.created_at > clock.now() - timedelta(hours=1),
        )
        return (await db.scalar(recent) or 0) < HOURLY

    def write(self, db: UnitOfWork, *, recipient: str, **content: str) -> None:
        """Has it sent if and only if the transaction commits."""
        now = clock.now()
        columns = {"id": new_id(), "recipient": recipient, "created_at": now, "next_attempt_at": now, **content}
        db.add(self._model(**columns))

    async def due(self, db: Database, now: datetime) -> list[Record]:
        """What is to be sent now, reserved for a minute."""
        return await db.fetch(self._reserve, now, now + RESERVATION, BATCH)

    async def sent(self, db: Database, id: UUID) -> None:
        await db.fetch(self._sent, clock.now(), id)

    async def abandon(self, db: Database, id: UUID) -> None:
        """Gives up what was refused for good."""
        await db.fetch(self._abandon, clock.now(), id)

    async def abandon_old(self, db: UnitOfWork, *, older_than: timedelta) -> None:
        """Gives up what could not be sent while it was of use, in bounded batches."""
        model, now = self._model, clock.now()
        late = (
            select(model.id)
            .where(model.sent_at.is_(None), model.abandoned_at.is_(None), model.created_at < now - older_than)
            .limit(housekeeping.BATCH)
        )
        given_up = update(model).where(model.id.in_(late)).values(abandoned_at=now, text="")
        await db.execute(given_up.execution_options(synchronize_session=False))

    async def postpone(self, db: Database, rows: list[Record]) -> None:
        """Those that are neither sent nor given up are tried again, each time after a longer pause."""
        await db.fetch(self._postpone, clock.now(), LONGEST_PAUSE, [row["id"] for row in rows])
