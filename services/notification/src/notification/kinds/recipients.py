"""Who is told: functions that make the recipients of a kind."""

from collections.abc import Collection
from itertools import chain
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis import clock
from amigok_chassis.inbox import Retry
from amigok_chassis.standing import Standing
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import owner_at
from notification.animals.models import Ownership
from notification.contests import service as contests
from notification.farms.models import Farm
from notification.kinds.kind import Recipients


def user(*fields: str) -> Recipients:
    """Users whose ids are in these fields, one in each or several; None is nobody."""

    async def recipients(_: UnitOfWork, event: Any) -> Collection[UUID]:
        return set(chain.from_iterable(_ids(attrgetter(name)(event)) for name in fields))

    return recipients


def each(items: str, field: str) -> Recipients:
    """The users in a field of each of the event's items: one id, or several."""

    async def recipients(_: UnitOfWork, event: Any) -> Collection[UUID]:
        return set(chain.from_iterable(_ids(attrgetter(field)(item)) for item in attrgetter(items)(event)))

    return recipients


def owner(*, at: str = "") -> Recipients:
    """Who owned the animal at the time in the field `at`, or owns it now. Raises Retry before the farm told of it."""

    async def recipients(db: UnitOfWork, event: Any) -> Collection[UUID]:
        known = exists().where(Ownership.livestock_id == event.livestock_id)
        if not await db.scalar(select(known)):
            raise Retry("the animal's owner is not known yet")
        moment = attrgetter(at)(event) if at else clock.now()
        owner_id = await owner_at(db, Ownership, event.livestock_id, moment)
        return [owner_id] if owner_id else []

    return recipients


async def staff(db: UnitOfWork, event: Any) -> Collection[UUID]:
    """Who is on the staff of the event's farm. Raises Retry before the farm told of it."""
    farm = await db.get(Farm, event.farm_id) if event.farm_id else None
    if farm is None and event.farm_id:
        raise Retry("the farm is not known yet")
    return farm.staff_ids if farm else []


async def contestants(db: UnitOfWork, event: Any) -> Collection[UUID]:
    """Who has an animal in the event's contest."""
    return await contests.entrants(db, event.contest_id)


async def administrators(db: UnitOfWork, _: Any) -> Collection[UUID]:
    """Every administrator."""
    active = select(Standing.user_id).where(Standing.role == "admin", Standing.status == "active")
    return list(await db.scalars(active))


def _ids(value: UUID | tuple[UUID, ...] | None) -> tuple[UUID, ...]:
    return value if isinstance(value, tuple) else (value,) if value is not None else ()
