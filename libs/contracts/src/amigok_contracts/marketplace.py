"""What the marketplace publishes: what is for sale, and the progress of each order.

An order asks the wallet for its price by three of its events, under the purpose `ORDER` with its id as the reference:
hold it, capture it in shares, release it.
"""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.books import Books
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Money
from amigok_contracts.money_requests import CaptureRequest, HoldRequest, Purpose, ReleaseRequest
from amigok_contracts.values import Fee, known, like

ORDER = "marketplace.order"
"""The purpose of the holds of orders' prices."""

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
    """An animal is for sale: by the platform, or as a user's resale. `negotiable`: its seller takes offers.

    A listing that was taken down and restored is published again.
    """

    listing_id: UUID
    livestock_id: UUID
    resale: bool
    price: Money
    negotiable: bool = False


class ListingRemoved(Event, type="marketplace.listing.removed", aggregate="listing_id", public=True):
    """The animal is no longer for sale under this listing. `reason` is a stable code."""

    listing_id: UUID
    livestock_id: UUID
    reason: Annotated[
        str,
        known(
            "removed_by_seller",
            "removed_by_administrator",
            "not_owner",
            "seller_inactive",
            "sold",
            "removed",
            "deceased",
            "expired",
            "taken_down",
        ),
    ]


class OrderPlaced(Event, type="marketplace.order.placed", aggregate="order_id"):
    """A buyer wants the animal.

    With `pay_with` `wallet` the price is held from what is in the wallet now, and the animal is reserved once it is.
    With `payment` the animal is reserved, and the price is held when a payment for the order has come in. `title` is
    that of the listing.
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


class OrderHoldRequested(HoldRequest, Event, type="marketplace.order.hold_requested", aggregate="reference_id"):
    """The price of an order is to be set aside, once an order.

    It is asked for when the order is placed, if the buyer pays from the wallet, and otherwise when they have paid.
    """

    purpose: Purpose = ORDER


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


class OrderFulfilled(CaptureRequest, Event, type="marketplace.order.fulfilled", aggregate="reference_id"):
    """The animal is the buyer's, for good: the price goes to the seller (or the platform), less the fee `sale`.

    The shares come to less than the price where a complaint was decided so.
    """

    purpose: Purpose = ORDER
    livestock_id: UUID


class OrderCompleted(Event, type="marketplace.order.completed", aggregate="order_id", public=True):
    """The animal and the money have both changed hands.

    `paid` is what was captured of the price, the platform's `fee` included: less than the price if a complaint ended
    so. Without them all of it was, with the fee that the order was placed with.
    """

    order_id: UUID
    listing_id: UUID
    livestock_id: UUID
    price: Money
    paid: Money | None = None
    fee: Fee | None = None


class OrderCancelled(ReleaseRequest, Event, type="marketplace.order.cancelled", aggregate="order_id"):
    """The order ended without a sale; its price is released. `reason` is a stable code."""

    purpose: Purpose = ORDER
    order_id: UUID
    listing_id: UUID
    livestock_id: UUID
    reason: CancelReason


class MarketplaceBooksStated(Books, Event, type="marketplace.books.stated", aggregate="window_id"):
    """The orders that were completed, each with its price (`capture`) and the platform's fee in it (`fee`)."""

    kinds = frozenset({"capture", "fee"})


class MarketplaceDeletionChecked(DeletionChecked, Event, type="marketplace.user.deletion_checked", aggregate="user_id"):
    """Whether a user's orders keep them from being deleted."""
