"""Proposals over HTTP."""

from amigok_contracts import Money
from marketplace.listings.schemas import PlatformOfferIn


class UnderpricedOffer(PlatformOfferIn):
    """What an administrator proposes, with the most that the animal was worth; null if that is unknown."""

    value: Money | None
