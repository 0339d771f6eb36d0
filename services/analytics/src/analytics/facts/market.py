"""What the marketplace tells: listings, orders, and the price of an animal."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from amigok_contracts.marketplace import (
    ORDER,
    ListingPublished,
    ListingRemoved,
    OrderCancelled,
    OrderCompleted,
    OrderConfirmed,
    OrderFulfilled,
    OrderPlaced,
)
from amigok_contracts.marketplace_escrow import OrderEscrowed, OrderUndone
from amigok_contracts.money import Money
from amigok_contracts.money_requests import total
from analytics.facts.lines import Movement
from analytics.facts.people import did
from analytics.facts.rows import Fact, Heard, tells


@tells(ListingPublished)
def listing_published(heard: Heard[ListingPublished]) -> Iterator[Fact]:
    event = heard.event
    yield heard.fact(
        "listings",
        listing_id=event.listing_id,
        state="published",
        livestock_id=event.livestock_id,
        at=heard.at,
        is_resale=int(event.resale),
        price_minor=event.price.minor,
        currency=event.price.currency,
    )


@tells(ListingRemoved)
def listing_removed(heard: Heard[ListingRemoved]) -> Iterator[Fact]:
    event = heard.event
    yield heard.fact(
        "listings",
        listing_id=event.listing_id,
        state="removed",
        livestock_id=event.livestock_id,
        at=heard.at,
        reason=event.reason,
    )


def _order(heard: Heard[Any], order_id: UUID, state: str, price: Money | None = None, **columns: Any) -> Fact:
    money: dict[str, Any] = {"price_minor": price.minor, "currency": price.currency} if price else {}
    return heard.fact("orders", order_id=order_id, state=state, at=heard.at, **money, **columns)


@tells(OrderPlaced)
def order_placed(heard: Heard[OrderPlaced]) -> Iterator[Fact]:
    event = heard.event
    yield _order(
        heard,
        event.order_id,
        "placed",
        event.price,
        listing_id=event.listing_id,
        livestock_id=event.livestock_id,
        buyer=event.buyer_id,
        seller=event.seller_id,
        fee_minor=event.fee.minor,
    )
    yield did(heard, "ordered", event.buyer_id, event.order_id)


@tells(OrderConfirmed)
def order_confirmed(heard: Heard[OrderConfirmed]) -> Iterator[Fact]:
    event = heard.event
    yield _order(
        heard,
        event.order_id,
        "confirmed",
        event.price,
        livestock_id=event.livestock_id,
        buyer=event.buyer_id,
        seller=event.seller_id,
    )


@tells(OrderFulfilled)
def order_fulfilled(heard: Heard[OrderFulfilled]) -> Iterator[Fact]:
    """The wallet was asked to pay for the buyer's animal, after its escrow if there was one: the sale stands."""
    event = heard.event
    order_id, livestock_id = event.reference_id, event.livestock_id
    seller = next((share.payee_id for share in event.shares if not share.fee), None)
    fee = sum(share.amount.minor for share in event.shares if share.fee)
    who = {"buyer": event.payer_id, "seller": seller, "fee_minor": fee}
    yield _order(heard, order_id, "fulfilled", total(event.shares), livestock_id=livestock_id, **who)
    sale = Movement(heard=heard, reference_id=order_id, purpose=ORDER, livestock_id=livestock_id)
    yield from sale.sold(event.shares, by=event.payer_id)
    yield did(heard, "bought", event.payer_id, order_id)
    if seller is not None:
        yield did(heard, "sold", seller, order_id)


@tells(OrderCompleted)
def order_completed(heard: Heard[OrderCompleted]) -> Iterator[Fact]:
    event = heard.event
    yield _order(
        heard,
        event.order_id,
        "completed",
        event.price,
        listing_id=event.listing_id,
        livestock_id=event.livestock_id,
    )


@tells(OrderCancelled)
def order_cancelled(heard: Heard[OrderCancelled]) -> Iterator[Fact]:
    event = heard.event
    yield _order(
        heard,
        event.order_id,
        "cancelled",
        listing_id=event.listing_id,
        livestock_id=event.livestock_id,
        buyer=event.payer_id,
        reason=event.reason,
    )


@tells(OrderEscrowed)
def order_escrowed(heard: Heard[OrderEscrowed]) -> Iterator[Fact]:
    event = heard.event
    yield _order(
        heard,
        event.order_id,
        "escrowed",
        event.price,
        livestock_id=event.livestock_id,
        buyer=event.buyer_id,
        seller=event.seller_id,
    )


@tells(OrderUndone)
def order_undone(heard: Heard[OrderUndone]) -> Iterator[Fact]:
    event = heard.event
    yield _order(
        heard,
        event.reference_id,
        "refunded",
        event.price,
        livestock_id=event.livestock_id,
        buyer=event.payer_id,
        seller=event.seller_id,
    )


RULES = [
    listing_published,
    listing_removed,
    order_placed,
    order_confirmed,
    order_fulfilled,
    order_completed,
    order_cancelled,
    order_escrowed,
    order_undone,
]
