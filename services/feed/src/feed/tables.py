"""What several tables share: the order of locks, versions that clients have read, constraints that they can violate."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import IntEnum

from sqlalchemy.exc import IntegrityError

from amigok_chassis.errors import DomainError, driver_error


class Rank(IntEnum):
    """Rows of a lower rank are locked first, and within a rank by id, so that nobody waits for each other.

    Periods and meals are locked last, by whoever holds what stands above them.
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
