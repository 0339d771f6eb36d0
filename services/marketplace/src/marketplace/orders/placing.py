"""Placing orders: the first step of the saga."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.marketplace import OrderPlaced
from marketplace.animals import service as animals
from marketplace.listings import service as listings
from marketplace.listings.errors import ListingNotActive
from marketplace.listings.models import Listing
from marketplace.orders import attempts, deliveries, paying
from marketplace.orders.deliveries import Delivery
from marketplace.orders.errors import ListingChanged, OwnListing
from marketplace.orders.machine import ORDERS
from marketplace.orders.models import Order, PayWith
from marketplace.orders.numbers import new_number
from marketplace.settings import Settings


async def buy(
    db: UnitOfWork,
    *,
    livestock_id: UUID,
    listing_id: UUID,
    price: Money,
    buyer_id: UUID,
    pay_with: PayWith = "wallet",
    delivery: Delivery | None = None,
    assurance: Assurance | None = None,
) -> Order:
    """Places an order for what the buyer saw: a listing and its price.

    Raises AccountInactive, OrderPending, TooManyUnpaidOrders, TooManyAttempts, NotListed, ListingChanged,
    ListingNotActive, OwnListing, NotForSale.
    """
    await standing.require_active(db, buyer_id)
    await attempts.admit(db, buyer_id=buyer_id, livestock_id=livestock_id, pay_with=pay_with)
    listing = await listings.live(db, livestock_id, locked=pay_with == "payment")
    if listing.id != listing_id or price != listing.money:
        raise ListingChanged
    if listing.seller_id == buyer_id:
        raise OwnListing
    await animals.require_sellable(db, livestock_id)
    order = _place(db, listing, buyer_id=buyer_id, pay_with=pay_with, delivery=delivery)
    if pay_with == "wallet":
        await paying.ask(db, order, assurance=assurance)
    return order


async def agreed(
    db: UnitOfWork,
    listing: Listing,
    *,
    offer_id: UUID,
    price: Money,
    buyer_id: UUID,
    assurance: Assurance | None,
    agreed_at: datetime,
) -> Order:
    """Places the order of an offer at its price, from the buyer's wallet; it reserves the listing, which is locked.

    `assurance` is how sure it was at `agreed_at` that the buyer acts. Raises ListingNotActive, NotForSale.
    """
    await animals.require_sellable(db, listing.livestock_id)
    if await _is_ordered(db, listing.livestock_id, buyer_id):
        raise ListingNotActive("Somebody is buying this animal.", state="reserved")
    order = _place(db, listing, buyer_id=buyer_id, pay_with="wallet", price=price, offer_id=offer_id)
    await paying.ask(db, order, assurance=assurance, agreed_at=agreed_at)
    return order


async def _is_ordered(db: UnitOfWork, livestock_id: UUID, buyer_id: UUID) -> bool:
    """Whether the buyer has a pending order for the animal, beside the offer."""
    theirs = select(Order.id).where(Order.buyer_id == buyer_id, Order.livestock_id == livestock_id)
    return await db.scalar(theirs.where(Order.state == "pending")) is not None


def _place(
    db: UnitOfWork,
    listing: Listing,
    *,
    buyer_id: UUID,
    pay_with: PayWith,
    delivery: Delivery | None = None,
    price: Money | None = None,
    offer_id: UUID | None = None,
) -> Order:
    """Stores an order for a listing, which is locked if the order reserves it. Raises ListingNotActive."""
    listing.require("live")
    now = clock.now()
    order_id, price = new_id(), price or listing.money
    taken = listing.fee_of(price)
    order = Order(
        id=order_id,
        number=new_number(),
        listing_id=listing.id,
        livestock_id=listing.livestock_id,
        buyer_id=buyer_id,
        offer_id=offer_id,
        seller_id=listing.seller_id,
        price=price.minor,
        fee=taken.minor,
        currency=listing.currency,
        pay_with=pay_with,
        state=ORDERS.follow("place", None),
        reason=None,
        deadline=now + _held_within(db, pay_with),
        placed_at=now,
        ended_at=None,
        delivery=deliveries.sealed(db, delivery, order_id=order_id),
    )
    order.note("place", by="buyer", now=now)
    db.add(order)
    if order.reserves:
        listing.take("reserve", now=now)
    emit(
        db,
        OrderPlaced(
            order_id=order.id,
            listing_id=listing.id,
            livestock_id=listing.livestock_id,
            buyer_id=buyer_id,
            seller_id=order.seller_id,
            price=order.money,
            fee=order.fee_money,
            pay_with=pay_with,
            title=listing.title,
        ),
    )
    return order


def _held_within(db: UnitOfWork, pay_with: PayWith) -> timedelta:
    """Returns how soon after an order is placed its price has to be held."""
    settings = db.settings(Settings)
    return settings.hold_within if pay_with == "wallet" else settings.pay_within
