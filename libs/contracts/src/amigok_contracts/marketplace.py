"""What the marketplace says: what is for sale, and how each order goes."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.assurance import Assurance
from amigok_contracts.base import Event
from amigok_contracts.books import Books
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Money
from amigok_contracts.values import Fee, known, like

CancelReason = Annotated[
    str,
    known(
        "insufficient_funds",
        "wallet_missing",
        "buyer_cancelled",
        "payment_timeout",
        "hold_timeout",
        "listing_not_active",
        "account_inactive",
        "not_owner",
    ),
]


class ListingPublished(Event, type="marketplace.listing.published", aggregate="listing_id", public=True):
    """An animal is for sale: by the platform, or as a user's resale."""

    listing_id: UUID
    livestock_id: UUID
    resale: bool
    price: Money


class ListingRemoved(Event, type="marketplace.listing.removed", aggregate="listing_id", public=True):
    """The animal is no longer for sale under this listing. `reason` is a stable code."""

    listing_id: UUID
    livestock_id: UUID
    reason: Annotated[
        str, known("removed_by_seller", "removed_by_administrator", "not_owner", "seller_inactive", "sold")
    ]


class OrderPlaced(Event, type="marketplace.order.placed", aggregate="order_id"):
    """A buyer wants the animal.

    With `pay_with` `wallet` the price is to be held now, and the animal is reserved when it is; with `payment` it is
    reserved, and the price is to be held when a payment for the order has come in. `title` is what the listing called
    the animal; `assurance` says how sure it is that the buyer acts.
    """

    order_id: UUID
    listing_id: UUID
    livestock_id: UUID
    buyer_id: UUID
    seller_id: UUID | None
    price: Money
    fee: Fee
    pay_with: Annotated[str, known("wallet", "payment")] = "wallet"
    title: Annotated[str, like("Dorper ewe of two years")] = ""
    assurance: Assurance | None = None


class OrderConfirmed(Event, type="marketplace.order.confirmed", aggregate="order_id"):
    """The price is held and the animal reserved: the farm may transfer it until `transfer_by`."""

    order_id: UUID
    livestock_id: UUID
    buyer_id: UUID
    seller_id: UUID | None
    price: Money
    transfer_by: AwareDatetime


class OrderTimedOut(Event, type="marketplace.order.timed_out", aggregate="order_id"):
    """The farm has not answered in time: unless it has transferred the animal, it must refuse now."""

    order_id: UUID
    livestock_id: UUID


class OrderFulfilled(Event, type="marketplace.order.fulfilled", aggregate="order_id"):
    """The animal is the buyer's: the hold may be captured to the seller, less the fee."""

    order_id: UUID
    livestock_id: UUID
    buyer_id: UUID
    seller_id: UUID | None
    price: Money
    fee: Fee


class OrderCompleted(Event, type="marketplace.order.completed", aggregate="order_id", public=True):
    """Animal and money have both changed hands."""

    order_id: UUID
    listing_id: UUID
    livestock_id: UUID
    price: Money


class OrderCancelled(Event, type="marketplace.order.cancelled", aggregate="order_id"):
    """The order ended without a sale; whatever was held for it is to be released. `reason` is a stable code."""

    order_id: UUID
    listing_id: UUID
    livestock_id: UUID
    buyer_id: UUID
    price: Money
    reason: CancelReason


class MarketplaceBooksStated(Books, Event, type="marketplace.books.stated", aggregate="window_id"):
    """The orders that were completed: of each its price (`capture`) and the platform's fee in it (`fee`)."""

    kinds = frozenset({"capture", "fee"})


class MarketplaceDeletionChecked(DeletionChecked, Event, type="marketplace.user.deletion_checked", aggregate="user_id"):
    """Whether orders of a user's keep them from being deleted."""
