"""What a choice would cost, and what is open of an owner."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from feed.animals.models import Animal
from feed.billing.closing import Total, totals
from feed.changes.offers import own_animal, require_offered, time_zone
from feed.changes.schemas import Preview
from feed.packages.errors import PackageNotFound
from feed.packages.models import PackageVersion
from feed.packages.queries import price_of, versions_at
from feed.periods.calendar import Cycle, boundary, planned, zone
from feed.periods.models import Period
from feed.subscriptions import queries
from feed.subscriptions.machine import SUBSCRIPTIONS
from feed.subscriptions.models import Subscription

Choice = Literal["pause", "cancel", "cancel_at_end", "upgrade", "downgrade", "resume"]

_STEPS = {"cancel": "cancel", "cancel_at_end": "cancel", "resume": "resume"}
"""The step of a subscription that a choice is; the others are for active ones, as a pause is."""


async def is_open_of(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether a period of a user is not settled yet."""
    return bool(
        await db.scalar(
            select(exists().where(Period.owner_id == user_id, Period.state.in_(["asked", "open", "settling"])))
        )
    )


async def preview_subscription(
    db: UnitOfWork, *, livestock_id: UUID, package_id: UUID, cycle: Cycle, currency: str, owner_id: UUID
) -> Preview:
    """What it would cost to subscribe now.

    Raises LivestockNotFound, PackageNotFound, PackageRetired, PackageUnsuitable, PriceMissing.
    """
    animal = await own_animal(db, livestock_id, owner_id)
    version = await require_offered(db, package_id, animal)
    return _preview(clock.now(), None, Total(), version, cycle, currency, await time_zone(db, animal))


async def preview_change(
    db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID, choice: Choice, package_id: UUID | None
) -> Preview:
    """What a choice would cost: now or, for `cancel_at_end` and `downgrade`, at the end of the period.

    Raises SubscriptionNotFound, WrongState, PackageNotFound, PackageRetired, PackageUnsuitable, PriceMissing.
    """
    subscription = await queries.of_owner(db, subscription_id, owner_id=owner_id)
    SUBSCRIPTIONS.follow(_STEPS.get(choice, "pause"), subscription.state)
    periods = (await queries.live_periods(db, [subscription.id]))[subscription.id]
    period = next((each for each in periods if each.kind == "package"), None)
    total = Total() if period is None else (await totals(db, [period.id])).get(period.id, Total())
    at = period.ends_at if period and choice in ("cancel_at_end", "downgrade") else clock.now()
    version = await _wanted(db, subscription, choice, package_id, at)
    return _preview(at, period, total, version, subscription.cycle, subscription.currency, subscription.time_zone)


async def _wanted(
    db: UnitOfWork, subscription: Subscription, choice: Choice, package_id: UUID | None, at: datetime
) -> PackageVersion | None:
    """What the animal would get. A subscription that is resumed keeps its package, even if it is retired."""
    if choice == "resume":
        kept = subscription.next_package_id or subscription.package_id
        return (await versions_at(db, [kept], at)).get(kept)
    if choice not in ("upgrade", "downgrade"):
        return None
    if package_id is None:
        raise PackageNotFound
    return await require_offered(db, package_id, await db.get_one(Animal, subscription.livestock_id), at)


def _preview(
    at: datetime,
    period: Period | None,
    total: Total,
    version: PackageVersion | None,
    cycle: Cycle,
    currency: str,
    time_zone: str,
) -> Preview:
    """What it costs to end a period, if there is one, and to begin one of a version, if there is one."""
    tz, charged = zone(time_zone), total.charged_minor
    return Preview(
        at=at,
        charged=Money.of_minor(charged, period.currency) if period else None,
        released=Money.of_minor(period.price_minor - charged, period.currency) if period else None,
        held=price_of(version, cycle, currency) if version else None,
        planned_meals=len(planned(at, cycle, 0, version.meal_times, tz)) if version else 0,
        starts_at=at if version else None,
        ends_at=boundary(at, cycle, 1, tz) if version else None,
    )
