"""What happens to animals and their owners ends periods at once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from feed.animals.models import Animal
from feed.billing import blocks, unpaid
from feed.changes import service
from feed.changes.offers import is_given_on, time_zone
from feed.meals import basics, corrections
from feed.packages.errors import PriceMissing
from feed.packages.queries import price_of, versions_at
from feed.subscriptions import queries
from feed.subscriptions import service as endings
from feed.subscriptions.machine import SUBSCRIPTIONS
from feed.subscriptions.models import Subscription


async def animal_changed(db: UnitOfWork, livestock_id: UUID, *, at: datetime, reason: str) -> None:
    """Ends or moves what an animal gets by what is known of the animal now; the event may be late.

    The animal and the subscription are locked. `reason` is why, where the subscription's owner lost the animal.
    """
    live = select(Subscription).where(
        Subscription.livestock_id == livestock_id, Subscription.state.in_(SUBSCRIPTIONS.open)
    )
    await basics.follow(db, livestock_id, since=at)
    subscription = await db.scalar(live.execution_options(populate_existing=True))
    animal = await db.get(Animal, livestock_id, populate_existing=True)
    if subscription is None or animal is None:
        return
    if animal.gone == "deceased":
        await _end(db, subscription, animal.gone_at or at, "died")
    elif animal.gone is not None:
        await _end(db, subscription, animal.gone_at or at, "removed")
    elif animal.owner_id != subscription.owner_id:
        await _end(db, subscription, at, reason)
    else:
        await _move(db, subscription, animal, at)


async def end_all_of(db: UnitOfWork, user_id: UUID) -> None:
    """Ends the subscriptions of a user whose account is closed. They are locked."""
    live = select(Subscription).where(Subscription.owner_id == user_id, Subscription.state.in_(SUBSCRIPTIONS.open))
    for each in (await db.scalars(live.order_by(Subscription.id).execution_options(populate_existing=True))).all():
        await _end(db, each, clock.now(), "account_inactive")


async def _end(db: UnitOfWork, subscription: Subscription, at: datetime, reason: str) -> None:
    await corrections.give_back(db, subscription.id, since=at)
    await service.close_all(db, subscription, at, reason)
    endings.end(db, subscription, reason)
    await db.flush()
    await blocks.end_if_paid(db, subscription)


async def _move(db: UnitOfWork, subscription: Subscription, animal: Animal, at: datetime) -> None:
    """Settles what was fed on the former farm; a new period begins on the new one, in its time zone."""
    periods = (await queries.live_periods(db, [subscription.id]))[subscription.id]
    if not periods:
        subscription.time_zone = await time_zone(db, animal)
    if not any(period.farm_id != animal.farm_id for period in periods):
        return
    now = clock.now()
    await service.close_all(db, subscription, at, "moved")
    subscription.time_zone, subscription.anchor_at = await time_zone(db, animal), now
    subscription.version += 1
    if not await is_given_on(db, subscription.package_id, animal.farm_id):
        endings.end(db, subscription, "package_unsuitable")
        await db.flush()
        await blocks.end_if_paid(db, subscription)
    elif subscription.state == "unpaid":
        await unpaid.feed_at_welfare_price(db, [subscription])
    elif subscription.state == "active":
        await _begin(db, subscription)


async def _begin(db: UnitOfWork, subscription: Subscription) -> None:
    version = (await versions_at(db, [subscription.package_id], clock.now())).get(subscription.package_id)
    try:
        if version is None:
            raise PriceMissing
        price = price_of(version, subscription.cycle, subscription.currency)
    except PriceMissing:
        endings.end(db, subscription, "package_unsuitable")
        return
    await service.begin(db, subscription, version, price, now=clock.now())
