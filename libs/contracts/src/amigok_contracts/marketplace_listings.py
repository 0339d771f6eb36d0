"""What the marketplace publishes of listings besides what is for sale: what their sellers and watchers are told."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.money import Money
from amigok_contracts.values import Eid, IdCard, Kilograms, Recipients, known, like

Title = Annotated[str, like("Dorper ewe of two years")]
PricePerKg = Annotated[Money, like({"amount": "4.80", "currency": "USD"})]


class LivestockRegistrationRequested(
    Event, type="marketplace.livestock.registration_requested", aggregate="livestock_id"
):
    """An administrator lists an animal from outside: the farm is to register it under this id.

    The farm answers with `farm.livestock.registered` or `farm.livestock.registration_refused`.
    """

    livestock_id: UUID
    listing_id: UUID
    requested_by: UUID
    farm_id: UUID
    breed_id: UUID
    tag_number: Annotated[str, like("EID-982000123456789")]
    unique_id_card: IdCard
    eid: Eid | None
    sex: Annotated[str, known("female", "male")]
    date_of_birth: date | None
    weight_kg: Kilograms
    price_per_kg: PricePerKg


class ListingPriceChanged(Event, type="marketplace.listing.price_changed", aggregate="listing_id", public=True):
    """The animal is for sale at another price, from this version of the listing on."""

    listing_id: UUID
    livestock_id: UUID
    listing_version: int
    previous_price: Money
    price: Money


class ListingSold(Event, type="marketplace.listing.sold", aggregate="listing_id", public=True):
    """The animal is the buyer's: it is no longer for sale under this listing."""

    listing_id: UUID
    livestock_id: UUID


class ListingExpiring(Event, type="marketplace.listing.expiring", aggregate="listing_id"):
    """The listing ends soon, unless its seller renews it."""

    listing_id: UUID
    livestock_id: UUID
    recipient_ids: Recipients
    title: Title
    expires_at: AwareDatetime


class ListingExpired(Event, type="marketplace.listing.expired", aggregate="listing_id"):
    """The listing has ended because its time was over; `marketplace.listing.removed` says so to everybody."""

    listing_id: UUID
    livestock_id: UUID
    recipient_ids: Recipients
    title: Title
