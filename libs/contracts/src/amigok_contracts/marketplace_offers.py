"""What the marketplace publishes of offers on negotiable listings. Neither side learns who the other is by them."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from amigok_contracts.base import Event
from amigok_contracts.money import Money
from amigok_contracts.values import Recipients, known, like


class OfferTold(BaseModel):
    """What every event of an offer says. `offer_version` grows with each of its moves; `amount` is the last one."""

    offer_id: UUID
    listing_id: UUID
    livestock_id: UUID
    offer_version: int
    amount: Money
    title: Annotated[str, like("Dorper ewe of two years")]
    recipient_ids: Recipients


class OfferMade(OfferTold, Event, type="marketplace.offer.made", aggregate="offer_id"):
    """Somebody offers less than a listing asks for: its seller answers until `expires_at`."""

    expires_at: AwareDatetime


class OfferCountered(OfferTold, Event, type="marketplace.offer.countered", aggregate="offer_id"):
    """One side has named another amount: the other answers until `expires_at`."""

    side: Annotated[str, known("seller", "buyer")]
    expires_at: AwareDatetime


class OfferAccepted(OfferTold, Event, type="marketplace.offer.accepted", aggregate="offer_id"):
    """The two sides agree: an order was placed for the amount, which is being held."""

    order_id: UUID


class OfferDeclined(OfferTold, Event, type="marketplace.offer.declined", aggregate="offer_id"):
    """One side wants no more of it, or the seller has accepted another offer."""


class OfferWithdrawn(OfferTold, Event, type="marketplace.offer.withdrawn", aggregate="offer_id"):
    """Whoever named the last amount has taken it back."""


class OfferExpired(OfferTold, Event, type="marketplace.offer.expired", aggregate="offer_id"):
    """Nobody has answered in time."""


class OfferEnded(OfferTold, Event, type="marketplace.offer.ended", aggregate="offer_id"):
    """Nothing can come of it any more. `reason` is a stable code."""

    reason: Annotated[str, known("listing_ended", "price_changed", "sold", "not_available", "order_cancelled")]


class OfferPaymentFailed(OfferTold, Event, type="marketplace.offer.payment_failed", aggregate="offer_id"):
    """It was accepted, but the amount could not be held: the animal is for sale again."""
