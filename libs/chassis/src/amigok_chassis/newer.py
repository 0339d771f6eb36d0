"""Read models of what other services tell: of two statements about one thing, the newer one counts."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import DeclarativeBase

from amigok_chassis.unit_of_work import UnitOfWork


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
    key = [column.name for column in inspect(model).primary_key]
    told = {name: row.excluded[name] for name in values if name not in key}
    is_newer = row.excluded[version] > getattr(model, version)
    kept = row.on_conflict_do_update(index_elements=key, set_=told, where=is_newer)
    return await db.scalar(kept.returning(getattr(model, version))) is not None
