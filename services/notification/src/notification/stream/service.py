"""Use cases of the stream: clients are told something, they get tickets, and what is kept is forgotten."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from amigok_chassis import clock, due
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.errors import Unauthenticated
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from notification.stream.models import Entry, Ticket

TICKET_LIFETIME = timedelta(seconds=30)

_REDEEM = """
    DELETE FROM stream_tickets WHERE digest = $1 RETURNING user_id, session_id, session_expires_at, expires_at
"""


async def push(db: UnitOfWork, event: str, data: Mapping[UUID, dict[str, Any]]) -> None:
    """Has clients of these users told, each what `data` has for them, if and only if the transaction commits.

    `event` is the name that clients listen for. What a client misses it is told when it resumes.
    """
    if not data:
        return
    now = clock.now()
    rows = [
        {"id": new_id(), "user_id": user_id, "event": event, "data": told, "created_at": now}
        for user_id, told in data.items()
    ]
    await db.execute(insert(Entry), rows)
    due.announce(db, Entry)


async def issue_ticket(db: UnitOfWork, me: Principal) -> str:
    """Returns what opens the stream once within half a minute, for as long as the session's token would."""
    ticket = secrets.token_urlsafe(32)
    db.add(
        Ticket(
            digest=_digest(ticket),
            user_id=me.id,
            session_id=me.session_id,
            session_expires_at=datetime.fromtimestamp(me.expires_at, UTC),
            expires_at=clock.now() + TICKET_LIFETIME,
        )
    )
    return ticket


async def redeem(db: Database, ticket: str) -> Principal:
    """The user of a ticket, which is spent by this. Raises Unauthenticated."""
    rows = await db.fetch(_REDEEM, _digest(ticket))
    if not rows or rows[0]["expires_at"] <= clock.now():
        raise Unauthenticated("The ticket was used or has expired.")
    [row] = rows
    return Principal(row["user_id"], "", row["session_id"], row["session_expires_at"].timestamp())


def _digest(ticket: str) -> bytes:
    return sha256(ticket.encode("utf-8", "surrogateescape")).digest()
