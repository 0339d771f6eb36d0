"""Whose decisions as a veterinarian count: whoever has the role, some time after identity gave it to them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement

from amigok_chassis import clock, standing
from amigok_chassis.standing import Standing
from amigok_chassis.unit_of_work import UnitOfWork

VETERINARIANS = frozenset({"veterinarian"})


async def counts(db: UnitOfWork, user_id: UUID) -> bool:
    """Returns whether this user is a veterinarian whose decisions count now."""
    return (await standing.of(db, user_id)).may_decide(VETERINARIANS, clock.now())


def counting() -> Sequence[ColumnElement[bool]]:
    """The same as a condition on rows of `Standing`."""
    return (
        Standing.role.in_(VETERINARIANS),
        Standing.status == "active",
        Standing.decides_from <= clock.now(),
    )
