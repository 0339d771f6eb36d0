"""Read models of what other services tell: of two statements about one thing, the newer one counts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, inspect, select
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.orm import DeclarativeBase

from amigok_chassis.rows import among, listed
from amigok_chassis.unit_of_work import UnitOfWork


async def lock(db: UnitOfWork, model: Any, ids: Collection[UUID]) -> None:
    """Locks rows by id. Those that nothing is known of yet get their row first: a missing row cannot be locked."""
    await db.execute(insert(model).from_select(["id"], listed(ids)).on_conflict_do_nothing())
    await db.execute(select(model.id).where(among(model.id, ids)).order_by(model.id).with_for_update(key_share=True))


async def keep(
    db: UnitOfWork,
    model: type[DeclarativeBase],
    values: Mapping[str, Any],
    *,
    version: str = "version",
    new: Mapping[str, Any] | None = None,
) -> bool:
    """Inserts a row, or replaces what `values` name if their `version` is newer than the row's, in one statement.

    `values` hold the primary key and the version; columns that they do not name keep what they have. `new` are values
    that only a new row gets. The version may be any column that grows, also a time. Returns whether anything changed.
    Rows that the session has loaded are not refreshed.
    """
    row = insert(model).values({**(new or {}), **values})
    kept = _kept(row, model, values, version)
    return await db.scalar(kept.returning(getattr(model, version))) is not None


async def keep_all(
    db: UnitOfWork, model: type[DeclarativeBase], rows: Sequence[Mapping[str, Any]], *, version: str = "version"
) -> None:
    """Keeps rows of different keys that name the same columns, as `keep` does, in one round trip."""
    table = cast(Table, model.__table__)
    await db.execute(_kept(insert(table), model, rows[0], version), rows)


def _kept(row: Insert, model: type[DeclarativeBase], names: Iterable[str], version: str) -> Insert:
    key = [column.name for column in inspect(model).primary_key]
    told = {name: row.excluded[name] for name in names if name not in key}
    is_newer = row.excluded[version] > getattr(model, version)
    return row.on_conflict_do_update(index_elements=key, set_=told, where=is_newer)
