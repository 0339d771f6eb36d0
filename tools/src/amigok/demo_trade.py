"""The steps of the demonstration in which two users agree on a price, and say what they think of the sale."""

from __future__ import annotations

from uuid import UUID

from amigok.client import Person, usd
from amigok.stage import Stage
from amigok_client.api import listings, offers, orders, reviews
from amigok_client.models import CounterIn, NewOfferIn, OfferIn, OfferOut, OrderOut, OrderReviewIn, SeenOfferIn


async def haggle(stage: Stage, animal: UUID, *, seller: Person, buyer: Person) -> OrderOut:
    """The seller asks 420.00, the buyer offers 360.00 and accepts the counter-offer. Returns the order, completed."""
    wish = OfferIn(usd("420.00"), negotiable=True)
    listing = await seller.send(listings.offer_own_listing(animal, body=wish))
    stage.fact(f"{seller.name} asks {listing.price.amount} USD, of which {listing.fee.amount} are the platform's fee")
    made = await buyer.send(offers.make_offer(listing.id, body=NewOfferIn(usd("360.00"), listing.version)))
    countered = await seller.send(offers.counter_offer(made.id, body=CounterIn(usd("400.00"), made.version)))
    accepted = await buyer.send(offers.accept_offer(made.id, body=SeenOfferIn(countered.version)))
    stage.fact(f"offer {_amount(made)}, counter-offer {_amount(countered)}: {accepted.state}")
    assert accepted.order_id is not None
    return await buyer.follow(accepted.order_id)


def _amount(offer: OfferOut) -> str:
    return f"{offer.amount.amount} USD"


async def review(stage: Stage, order: OrderOut, *, buyer: Person, seller: Person) -> None:
    """Shows the order's escrow, and what each side reads of the other's review."""
    done = await buyer.send(orders.read_order(order.id))
    stage.fact(f"order {done.number}: {', '.join(f'{step.what} ({step.by})' for step in done.timeline)}")
    await buyer.send(reviews.review_order(order.id, body=OrderReviewIn(5, "Just as described.")))
    before = await seller.send(reviews.list_reviews_of_order(order.id))
    await seller.send(reviews.review_order(order.id, body=OrderReviewIn(4)))
    after = await seller.send(reviews.list_reviews_of_order(order.id))
    stage.fact(f"reviews that {seller.name} reads: {len(before)} before writing one, {len(after)} afterwards")
