"""Locks on subscriptions."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from feed.periods.models import Period
from feed.subscriptions.machine import SUBSCRIPTIONS
from feed.subscriptions.models import Subscription
from feed.tables import Rank


async def _of_periods(db: UnitOfWork, periods: Collection[UUID]) -> None:
    theirs = select(Period.subscription_id).where(Period.id.in_(periods))
    await db.execute(
        select(Subscription.id).where(Subscription.id.in_(theirs)).order_by(Subscription.id).with_for_update()
    )


async def _of_animals(db: UnitOfWork, animals: Collection[UUID]) -> None:
    live = select(Subscription.id).where(
        Subscription.livestock_id.in_(animals), Subscription.state.in_(SUBSCRIPTIONS.open)
    )
    await db.execute(live.order_by(Subscription.id).with_for_update())


async def _of_owners(db: UnitOfWork, owners: Collection[UUID]) -> None:
    live = select(Subscription.id).where(Subscription.owner_id.in_(owners), Subscription.state.in_(SUBSCRIPTIONS.open))
    await db.execute(live.order_by(Subscription.id).with_for_update())


OF_PERIODS = Lock(Rank.SUBSCRIPTIONS, _of_periods)
"""Keys: ids of periods of the subscriptions."""

OF_ANIMALS = Lock(Rank.SUBSCRIPTIONS, _of_animals)
"""Keys: ids of the animals whose live subscriptions are locked."""

OF_OWNERS = Lock(Rank.SUBSCRIPTIONS, _of_owners)
"""Keys: ids of users whose live subscriptions are locked."""
