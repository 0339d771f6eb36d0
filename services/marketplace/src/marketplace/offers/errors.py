"""Why an offer is refused."""

from amigok_chassis.errors import DomainError, NotFound, RetryAfter
from amigok_contracts import Money


class OfferNotFound(NotFound):
    """There is no such offer, or it is not yours to see."""

    code = "offer_not_found"


class NotNegotiable(DomainError):
    """The seller takes no offers."""

    status, code = 409, "not_negotiable"


class OfferOutOfRange(DomainError):
    """An offer lies between `lowest` and `highest`; if these cross, no other amount can be named any more."""

    status, code = 422, "offer_out_of_range"
    sends = {"lowest": Money, "highest": Money}


class OfferPending(DomainError):
    """You already have an offer on this listing."""

    status, code = 409, "offer_pending"


class TooManyOffers(DomainError):
    """You have made many offers lately, or many of them wait for an answer."""

    status, code = 429, "too_many_offers"
    sends = {"retry_after": RetryAfter}


class ListingBusy(DomainError):
    """Many offers on this listing wait for an answer: try again later."""

    status, code = 409, "listing_busy"


class TooManyRounds(DomainError):
    """This has gone back and forth often enough: accept or decline."""

    status, code = 409, "too_many_rounds"


class NotYourTurn(DomainError):
    """The other side has to answer first."""

    status, code = 409, "not_your_turn"


class OfferClosed(DomainError):
    """This offer has ended, or nothing can come of it any more."""

    status, code = 409, "offer_closed"
