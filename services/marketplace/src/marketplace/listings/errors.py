"""Why a listing is refused."""

from typing import Literal

from amigok_chassis.errors import DomainError

State = Literal["draft", "live", "reserved", "taken_down", "sold", "expired", "removed"]


class NotListed(DomainError):
    """This animal is not for sale."""

    status, code = 404, "not_listed"


class ListingNotActive(DomainError):
    """Someone else is buying this animal, or it has been sold or withdrawn from sale."""

    status, code = 409, "listing_not_active"
    sends = {"state": State}


class UserListing(DomainError):
    """This listing is a user's: take it down by a review, for a reason that its seller can appeal against."""

    status, code = 409, "user_listing"


class NotOwner(DomainError):
    """Only its owner can offer an animal for sale."""

    status, code = 403, "not_owner"


class NotPlatformOwned(DomainError):
    """This animal belongs to a user: the platform cannot offer it for sale."""

    status, code = 409, "not_platform_owned"


class AlreadyListed(DomainError):
    """This animal is for sale already."""

    status, code = 409, "already_listed"


class SaleNotSettled(DomainError):
    """The last sale of this animal has not been paid for yet: try again soon."""

    status, code = 409, "sale_not_settled"


class PriceNotPositive(DomainError):
    """A price must be more than zero."""

    status, code = 422, "price_not_positive"


class SecondPersonNeeded(DomainError):
    """The price is far below the animal's value, or the value is unknown: propose it to a second administrator."""

    status, code = 409, "second_person_needed"


class FeeChanged(DomainError):
    """The platform's fee has changed: look at it again."""

    status, code = 409, "fee_changed"


class CurrencyFixed(DomainError):
    """A listing keeps its currency: end this one, and list the animal again."""

    status, code = 422, "currency_fixed"


class AskedBefore(DomainError):
    """The farm was asked to register an animal with this tag, as another one than this."""

    status, code = 409, "asked_before"
