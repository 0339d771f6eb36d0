"""Offers over HTTP."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field

from amigok_chassis.money import MoneyIn
from amigok_chassis.pagination import Paged
from amigok_chassis.schemas import In, Out, Version
from amigok_contracts import Money
from marketplace.offers.models import Offer, OfferMove, Side

State = Literal[
    "awaiting_seller",
    "awaiting_buyer",
    "accepted",
    "completed",
    "declined",
    "withdrawn",
    "expired",
    "payment_failed",
    "ended",
]


class NewOfferIn(In):
    """What you offer, and the version of the listing that you have read."""

    amount: MoneyIn
    listing_version: Version


class CounterIn(In):
    """Another amount, and the version of the offer that you have read."""

    version: Version
    amount: MoneyIn


class SeenOfferIn(In):
    """The version of the offer that you have read, and with it its amount."""

    version: Version


class OfferFilters(Paged):
    """Which offers to list."""

    state: State | None = None
    listing_id: UUID | None = None


class OfferFiltersForAdmin(OfferFilters):
    """Which offers administrators look for. `platform`: those on the platform's listings, or on those of users."""

    buyer_id: UUID | None = None
    seller_id: UUID | None = None
    platform: bool | None = None


class OfferMoveOut(Out):
    """One move of an offer. `side` is null where neither side made it."""

    version: int
    action: str = Field(examples=["counter"])
    side: Side | None
    amount: Money
    moved_at: AwareDatetime


class OfferOut(Out):
    """An offer on a listing, as one side sees it; who the other is stays unknown. Its last `amount` is on the table.

    With `your_turn` you accept, counter or decline it until `expires_at`; otherwise you may withdraw what you named.
    An accepted one has an order.
    """

    id: UUID
    listing_id: UUID
    livestock_id: UUID
    title: str
    side: Literal["buyer", "seller", "administrator"]
    asked: Money
    amount: Money
    version: int
    state: State
    reason: str | None = Field(examples=["price_changed"])
    your_turn: bool
    order_id: UUID | None
    made_at: AwareDatetime
    expires_at: AwareDatetime
    ended_at: AwareDatetime | None

    @classmethod
    def of(cls, offer: Offer, *, side: Literal["buyer", "seller", "administrator"]) -> Self:
        return cls.model_validate(_view(offer, side))


class OfferWithMovesOut(OfferOut):
    """An offer with all its moves."""

    moves: list[OfferMoveOut]


class OfferForAdminOut(OfferOut):
    """An offer as administrators see it."""

    buyer_id: UUID
    seller_id: UUID | None


def with_moves(offer: Offer, moves: list[OfferMove], *, side: Side) -> OfferWithMovesOut:
    """An offer of one of its sides."""
    shown = [
        OfferMoveOut.model_validate(
            {
                "version": move.version,
                "action": move.action,
                "side": move.side,
                "amount": Money.of_minor(move.amount, offer.currency),
                "moved_at": move.moved_at,
            }
        )
        for move in moves
    ]
    return OfferWithMovesOut(**dict(OfferOut.of(offer, side=side)), moves=shown)


def for_administrators(offer: Offer) -> OfferForAdminOut:
    """An offer with both its sides. The platform's turn is an administrator's."""
    shown = OfferOut.of(offer, side="administrator")
    return OfferForAdminOut(**dict(shown), buyer_id=offer.buyer_id, seller_id=offer.seller_id)


def _view(offer: Offer, side: str) -> dict[str, object]:
    acts_as = "seller" if side == "administrator" and offer.seller_id is None else side
    return {
        **{name: getattr(offer, name) for name in _OF_OFFER},
        "side": side,
        "asked": Money.of_minor(offer.asked, offer.currency),
        "amount": offer.money,
        "your_turn": offer.turn == acts_as,
    }


_OF_OFFER = (
    "id",
    "listing_id",
    "livestock_id",
    "title",
    "version",
    "state",
    "reason",
    "order_id",
    "made_at",
    "expires_at",
    "ended_at",
)
