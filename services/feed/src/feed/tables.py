"""What several tables share: the order of locks, versions that clients have read, constraints that they can violate."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from enum import IntEnum
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, any_, literal
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis.errors import DomainError, driver_error


class Rank(IntEnum):
    """Rows of a lower rank are locked first, and within a rank by id, so that nobody waits for each other.

    Periods and meals are locked last, by whoever holds what stands above them; after them only stocks.
    """

    ANIMALS = 1
    SUBSCRIPTIONS = 2


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


def among(column: InstrumentedAttribute[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column has one of many values: as one array, so that a thousand make no longer statement than one."""
    return column == any_(literal(list(values), ARRAY(column.type)))
