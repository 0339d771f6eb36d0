"""What the marketplace publishes for people who wait for an animal or its price, and of what it takes down."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.base import Event
from amigok_contracts.marketplace_listings import Title
from amigok_contracts.money import Money
from amigok_contracts.values import Recipients, known

TakedownReason = Annotated[
    str, known("fraud", "contact_details", "offensive", "misleading", "wrong_animal", "prohibited", "other")
]
"""Why a listing is reported, or taken down: a stable code."""


class Match(BaseModel):
    """A saved search that a listing fits, and whose it is."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    search_id: UUID
    user_id: UUID


class WatchPriceDropped(Event, type="marketplace.watch.price_dropped", aggregate="listing_id"):
    """A listing costs less than ever since these users watch it. One change may take several of these events."""

    listing_id: UUID
    livestock_id: UUID
    title: Title
    previous_price: Money
    price: Money
    recipient_ids: Recipients


class SavedSearchMatched(Event, type="marketplace.saved_search.matched", aggregate="listing_id"):
    """A listing fits these saved searches, each told once. One listing may take several of these events."""

    listing_id: UUID
    livestock_id: UUID
    title: Title
    price: Money
    matches: tuple[Match, ...]


class ListingTakenDown(Event, type="marketplace.listing.taken_down", aggregate="listing_id"):
    """An administrator has ended a listing for a reason; its seller may appeal until `appeal_until`."""

    listing_id: UUID
    livestock_id: UUID
    takedown_id: UUID
    title: Title
    reason: TakedownReason
    appeal_until: AwareDatetime
    recipient_ids: Recipients


class TakedownDecided(Event, type="marketplace.takedown.decided", aggregate="takedown_id"):
    """An appeal was decided: the take-down stands, or the animal is for sale again, under another listing."""

    takedown_id: UUID
    listing_id: UUID
    stands: bool
    restored_as: UUID | None
    title: Title
    recipient_ids: Recipients


class ReportsDecided(Event, type="marketplace.reports.decided", aggregate="listing_id"):
    """Those who reported a listing are told what came of it."""

    listing_id: UUID
    taken_down: bool
    title: Title
    recipient_ids: Recipients
