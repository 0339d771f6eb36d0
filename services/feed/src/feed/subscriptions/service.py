"""How subscriptions change and end, and what is published about it. They are locked."""

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.feed import SubscriptionCancelled, SubscriptionChanged, SubscriptionEnded
from feed.subscriptions.machine import SUBSCRIPTIONS
from feed.subscriptions.models import Subscription


def cancel(db: UnitOfWork, subscription: Subscription) -> None:
    """The owner has ended the subscription."""
    subscription.state = SUBSCRIPTIONS.follow("cancel", subscription.state)
    _ended(subscription, "cancelled")
    names = ("livestock_id", "owner_id")
    emit(db, SubscriptionCancelled(subscription_id=subscription.id, **{n: getattr(subscription, n) for n in names}))


def end(db: UnitOfWork, subscription: Subscription, reason: str) -> None:
    """The subscription ends without its owner's doing."""
    subscription.state = SUBSCRIPTIONS.follow("end", subscription.state)
    _ended(subscription, reason)
    names = ("livestock_id", "owner_id")
    about = {name: getattr(subscription, name) for name in names}
    emit(db, SubscriptionEnded(subscription_id=subscription.id, reason=reason, **about))


def changed(db: UnitOfWork, subscription: Subscription) -> None:
    """Publishes what the animal gets, and what will follow."""
    subscription.version += 1
    emit(
        db,
        SubscriptionChanged(
            subscription_id=subscription.id,
            livestock_id=subscription.livestock_id,
            owner_id=subscription.owner_id,
            package_id=subscription.package_id,
            next_package_id=subscription.next_package_id,
            cancels_at_end=subscription.cancel_at_end,
        ),
    )


def end_unpaid(subscription: Subscription) -> None:
    """Ends the ladder of a subscription."""
    subscription.unpaid_since = subscription.retry_at = None
    subscription.unpaid_tries = 0


def _ended(subscription: Subscription, reason: str) -> None:
    subscription.ended_at, subscription.end_reason = clock.now(), reason
    subscription.next_package_id, subscription.cancel_at_end = None, False
    subscription.version += 1
    end_unpaid(subscription)
