"""What the marketplace refuses."""

from amigok_chassis.errors import DomainError


class NotListed(DomainError):
    """This animal is not for sale."""

    status, code = 404, "not_listed"


class ListingNotActive(DomainError):
    """Someone else is buying this animal, or it has been sold or withdrawn from sale."""

    status, code = 409, "listing_not_active"


class ListingChanged(DomainError):
    """The animal is not for sale under this listing or at this price any more: look at it again."""

    status, code = 409, "listing_changed"


class NotForSale(DomainError):
    """This animal may not be sold now; `blocks` says why, and when each reason clears if that is known."""

    status, code = 409, "not_for_sale"


class OwnListing(DomainError):
    """This is your own listing."""

    status, code = 409, "own_listing"


class NotOwner(DomainError):
    """Only its owner can offer an animal for sale."""

    status, code = 403, "not_owner"


class NotPlatformOwned(DomainError):
    """This animal belongs to a user: the platform cannot offer it for sale."""

    status, code = 409, "not_platform_owned"


class AlreadyListed(DomainError):
    """This animal is for sale already."""

    status, code = 409, "already_listed"


class AnimalGone(DomainError):
    """This animal was withdrawn or is dead."""

    status, code = 409, "animal_gone"


class SaleNotSettled(DomainError):
    """The last sale of this animal is not paid for yet: try again soon."""

    status, code = 409, "sale_not_settled"


class PriceNotPositive(DomainError):
    """A price is more than zero."""

    status, code = 422, "price_not_positive"


class SecondPersonNeeded(DomainError):
    """This is far below what the animal is worth, or that is not known: it takes a second administrator; propose it."""

    status, code = 409, "second_person_needed"


class ValueChanged(DomainError):
    """The animal has another value than the proposal says: propose it anew."""

    status, code = 409, "value_changed"


class FeeChanged(DomainError):
    """The platform's fee is another one now: look at it again."""

    status, code = 409, "fee_changed"


class OrderPending(DomainError):
    """Your order of this animal is under way already."""

    status, code = 409, "order_pending"


class TooManyAttempts(DomainError):
    """Too many of your orders came to nothing, or wait for their price: wait before you place the next one."""

    status, code = 429, "too_many_attempts"


class TooManyUnpaidOrders(DomainError):
    """Pay for the animals that are reserved for you, or cancel those orders, before you reserve more."""

    status, code = 409, "too_many_unpaid_orders"


class OrderNotCancellable(DomainError):
    """The order has gone too far to be cancelled."""

    status, code = 409, "order_not_cancellable"
