"""Events are stored with the transaction that made them true: `emit` collects them, the unit of work inserts them."""

from collections.abc import Iterable
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from uuid import UUID
from zlib import crc32

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Identity,
    Index,
    SmallInteger,
    Table,
    Text,
    Uuid,
)

from amigok_chassis import clock, tracing
from amigok_chassis.ids import new_id
from amigok_chassis.tables import metadata
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event

_NUMBERED = {"aggregate_version"}
"""What the outbox knows first when the row is in it."""

BUCKETS = 32
"""Aggregates are spread over so many buckets; a relay locks buckets, so that an aggregate keeps its order."""

outbox = Table(
    "outbox",
    metadata,
    Column("position", BigInteger, Identity(always=True), primary_key=True),
    Column("id", Uuid, nullable=False, unique=True),
    Column("bucket", SmallInteger, nullable=False),
    Column("type", Text, nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("subject", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("traceparent", Text, nullable=False),
    Column("correlation_id", Text, nullable=False),
    Column("causation_id", Text, nullable=False),
    Column("occurred_at", DateTime(timezone=True), nullable=False),
    Column("published_at", DateTime(timezone=True)),
)
Index(
    "outbox_unpublished",
    outbox.c.bucket,
    outbox.c.position,
    postgresql_where=outbox.c.published_at.is_(None),
)
Index("outbox_published", outbox.c.published_at, postgresql_where=outbox.c.published_at.is_not(None))
_BUCKET = Column("bucket", SmallInteger, primary_key=True, autoincrement=False)
outbox_buckets = Table("outbox_buckets", metadata, _BUCKET)

_TYPES = (
    "uuid[]",
    "smallint[]",
    "text[]",
    "smallint[]",
    "text[]",
    "text[]",
    "text[]",
    "text[]",
    "text[]",
    "timestamptz[]",
)


def insertion(first: int = 1) -> str:
    """The statement that inserts events from the ten arrays of `columns`, its parameters numbered from `first`."""
    arrays = ", ".join(f"${number}::{kind}" for number, kind in enumerate(_TYPES, first))
    return (
        "INSERT INTO outbox (id, bucket, type, version, subject, data, traceparent, correlation_id, causation_id,"
        f" occurred_at) SELECT * FROM unnest({arrays})"
    )


_INSERT = insertion()

correlation_id: ContextVar[str] = ContextVar("correlation_id", default="")
"""The id of the request that started it all, passed on to every event that follows from it."""

causation_id: ContextVar[str] = ContextVar("causation_id", default="")
"""The id of the event that is being handled."""

emitted_at: ContextVar[datetime | None] = ContextVar("emitted_at", default=None)
"""When the event that is being handled was emitted; None where its message does not say."""


Row = tuple[UUID, int, str, int, str, str, str, str, str, Any]


def row(event: Event) -> Row:
    """The outbox row of an event, with the ids of the current request or event."""
    event_id = new_id()
    return (
        event_id,
        crc32(event.subject.encode()) % BUCKETS,
        event.type,
        event.version,
        event.subject,
        event.model_dump_json(exclude=_NUMBERED),
        tracing.traceparent(),
        correlation_id.get() or str(event_id),
        causation_id.get(),
        clock.now(),
    )


def body(row: Any) -> str:
    """The JSON of an event as it is published, of its `position` and `data` in the outbox.

    The position is the version of the aggregate: it was given while the transaction held what it changed, so that
    later events of an aggregate have higher ones.
    """
    return f'{{"aggregate_version":{row["position"]},{row["data"][1:]}'


def columns(rows: Iterable[Row]) -> tuple[list[Any], ...]:
    """Rows as the arrays that `insertion` takes."""
    return tuple(list(column) for column in zip(*rows, strict=True))


def emit(db: UnitOfWork, event: Event) -> None:
    """Publishes an event if and only if the transaction of `db` commits. Its `aggregate_version` is the outbox's."""
    db.info.setdefault("outbox", []).append(row(event))


async def flush(db: UnitOfWork) -> bool:
    """Inserts what was emitted, in one statement. Returns whether there was anything."""
    rows: list[Row] = db.info.pop("outbox", [])
    if rows:
        await (await db.connection()).exec_driver_sql(_INSERT, columns(rows))
    return bool(rows)
