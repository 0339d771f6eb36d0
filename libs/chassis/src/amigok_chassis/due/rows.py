"""The columns of due rows, and the statements by which workers share them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Index, Table, event, inspect, text
from sqlalchemy.orm import Mapped, Mapper, mapped_column, object_session

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import DUE, UnitOfWork


class Due:
    """A mixin for tables whose rows are worked on outside of a transaction. The primary key is one UUID.

    `due_at` is when the next attempt may begin, None where there is nothing to do. During an attempt it is the end of
    the lease. `attempts` counts the attempts so far, including one that crashed.
    """

    attempts: Mapped[int] = mapped_column(CheckConstraint("attempts >= 0", name="attempts"), default=0)
    due_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    def make_due(self, at: datetime) -> None:
        """Has the row worked on from this time on, with a fresh count of attempts."""
        self.due_at, self.attempts = at, 0


def announce(db: UnitOfWork, model: type[Any]) -> None:
    """Wakes the poller after the commit: for statements that make rows due. The session's own changes are noticed.

    Also wakes a task that has the table as its topic.
    """
    db.info.setdefault(DUE, set()).add(table_of(model).name)


def table_of(model: type[Any]) -> Table:
    """The table of a mapped class. Raises TypeError when its primary key is more than one column."""
    table: Table = inspect(model).local_table
    if len(table.primary_key) != 1:
        raise TypeError(f"{table.name} has no primary key of one column")
    return table


@event.listens_for(Due, "instrument_class", propagate=True)
def _add_index(mapper: Mapper[Any], _: type[Any]) -> None:
    table = mapper.local_table
    if isinstance(table, Table):
        name = f"{table.name}_due_at_idx"
        Index(name, table.c.due_at, postgresql_where=text("due_at IS NOT NULL"))


@event.listens_for(Due, "after_insert", propagate=True)
@event.listens_for(Due, "after_update", propagate=True)
def _notice(mapper: Mapper[Any], _: Any, row: Any) -> None:
    session = object_session(row)
    if session is not None and row.due_at is not None and inspect(row).attrs.due_at.history.has_changes():
        session.info.setdefault(DUE, set()).add(mapper.local_table.name)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Lease:
    """A row that this process may work on until a time. `attempts` includes this one."""

    id: UUID
    attempts: int
    until: datetime
    since: datetime | None


async def reserve(db: Database, table: Table, *, most: int, lease: timedelta, since: str | None = None) -> list[Lease]:
    """Leases rows that are due, the longest due first. `since` names a column whose value the leases bring along."""
    key = _key(table)
    now = clock.now()
    rows = await db.fetch(
        f"WITH picked AS MATERIALIZED (SELECT {key} FROM {table.name} WHERE due_at <= $1 "
        "ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED) "
        f"UPDATE {table.name} AS t SET attempts = attempts + 1, due_at = $2 FROM picked WHERE t.{key} = picked.{key} "
        f"RETURNING t.{key} AS id, attempts, {since or 'NULL::timestamptz'} AS since",
        now,
        now + lease,
        most,
    )
    return [Lease(row["id"], row["attempts"], now + lease, row["since"]) for row in rows]


async def mark(db: Database, table: Table, lease: Lease, *, due_at: datetime | None) -> None:
    """Ends a lease: the row is due again at a time, or done. Nothing happens if the row was made due meanwhile."""
    attempts = lease.attempts if due_at else 0
    await db.fetch(
        f"UPDATE {table.name} SET due_at = $1, attempts = $2 WHERE {_key(table)} = $3 AND due_at = $4",
        due_at,
        attempts,
        lease.id,
        lease.until,
    )


async def next_due(db: Database, table: Table) -> datetime | None:
    """When the next row is due; leased rows are due at the end of their lease."""
    sql = f"SELECT due_at FROM {table.name} WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1"
    rows = await db.fetch(sql)
    return rows[0]["due_at"] if rows else None


def _key(table: Table) -> str:
    (column,) = table.primary_key
    return column.name
