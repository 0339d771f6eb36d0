"""What is refused about subscriptions, by name."""

from amigok_chassis.errors import DomainError, NotFound
from amigok_contracts import Money


class SubscriptionNotFound(NotFound):
    """There is no such subscription, or it is not yours."""

    code = "feed_subscription_not_found"


class AlreadySubscribed(DomainError):
    """The animal has a live feed subscription."""

    status, code = 409, "feed_already_subscribed"


class PriceChanged(DomainError):
    """The price is another one than you have seen; `price` is what it costs now."""

    status, code = 409, "feed_price_changed"
    sends = {"price": Money}


class SamePackage(DomainError):
    """The subscription has this feed package already."""

    status, code = 409, "feed_same_package"


class NothingToKeep(DomainError):
    """Nothing is to happen at the end of the period."""

    status, code = 409, "feed_nothing_to_keep"


class HoldPending(DomainError):
    """The wallet was asked for the price a moment ago: wait for its answer."""

    status, code = 409, "feed_hold_pending"
