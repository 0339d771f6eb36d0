"""Why an order is refused."""

from typing import Literal

from amigok_chassis.errors import DomainError, RetryAfter

OrderState = Literal[
    "pending", "confirmed", "escrowed", "contested", "processing", "completed", "cancelled", "refunded"
]


class ListingChanged(DomainError):
    """The animal is no longer for sale under this listing or at this price: look at it again."""

    status, code = 409, "listing_changed"


class OwnListing(DomainError):
    """This is your own listing."""

    status, code = 409, "own_listing"


class OrderPending(DomainError):
    """You already have a pending order for this animal."""

    status, code = 409, "order_pending"


class TooManyAttempts(DomainError):
    """Too many of your orders failed, or are still waiting for their price: wait before you place the next one."""

    status, code = 429, "too_many_attempts"
    sends = {"retry_after": RetryAfter}


class TooManyUnpaidOrders(DomainError):
    """Pay for the animals that are reserved for you, or cancel those orders, before you reserve more."""

    status, code = 409, "too_many_unpaid_orders"


class OrderNotCancellable(DomainError):
    """The order has gone too far to be cancelled."""

    status, code = 409, "order_not_cancellable"
    sends = {"state": OrderState}


class NotInEscrow(DomainError):
    """The price of this order is not in escrow: it is not there yet, a complaint is open, or it has ended."""

    status, code = 409, "not_in_escrow"
    sends = {"state": OrderState}
