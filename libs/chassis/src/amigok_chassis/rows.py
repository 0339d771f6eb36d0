"""What rows of many services share: many keys as one parameter, unique names, versions that clients have read,
constraints that they violate."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from asyncpg.exceptions import ForeignKeyViolationError
from sqlalchemy import ARRAY, ColumnElement, Delete, Select, Text, Uuid, any_, func, literal, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column, validates

from amigok_chassis.errors import DomainError, driver_error
from amigok_chassis.text import comparable
from amigok_chassis.unit_of_work import UnitOfWork


def among(column: InstrumentedAttribute[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column has one of many values: as one array, so that one prepared statement serves any number."""
    return column == any_(literal(list(values), ARRAY(column.type)))


def listed(ids: Collection[UUID]) -> Select[UUID]:
    """These ids as rows, in their order: what is inserted for each of them is one statement for any number."""
    return select(func.unnest(literal(sorted(ids), ARRAY(Uuid))))


class Named:
    """A row whose name no other row of its table has. Names are compared by `name_key`, which ignores letter case."""

    name_key: Mapped[str] = mapped_column(Text, deferred=True)

    @validates("name")
    def _set_key(self, _: str, name: str) -> str:
        self.name_key = comparable(name)
        return name


class VersionConflict(DomainError):
    """This has changed since you read it; `version` is the current one."""

    status, code = 409, "version_conflict"
    sends = {"version": int}


def refuse_other_version(seen: int, current: int) -> None:
    """Raises VersionConflict when the client has read another version than the current one."""
    if seen != current:
        raise VersionConflict(version=current)


@contextmanager
def named_violations(names: Mapping[str, type[DomainError]]) -> Iterator[None]:
    """Turns the violation of one of these constraints, by name, into its named failure."""
    try:
        yield
    except IntegrityError as error:
        violated = names.get(str(getattr(driver_error(error), "constraint_name", None)))
        if violated is None:
            raise
        raise violated from error


async def deleted_unless_used(db: UnitOfWork, rows: Delete) -> bool:
    """Deletes the rows unless others refer to them. Returns whether it did."""
    try:
        async with db.begin_nested():
            await db.execute(rows.execution_options(synchronize_session=False))
    except IntegrityError as error:
        if isinstance(driver_error(error), ForeignKeyViolationError):
            return False
        raise
    return True
