"""The marketplace's own events about listings and orders, and identity's about people: what they mean for offers."""

from uuid import UUID

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserStandingChanged
from amigok_contracts.marketplace import ListingRemoved, OrderCancelled, OrderCompleted
from amigok_contracts.marketplace_escrow import OrderUndone
from amigok_contracts.marketplace_listings import ListingPriceChanged, ListingSold
from marketplace.offers import ending
from marketplace.offers.locks import ACCEPTED, OF_LISTINGS, OF_ORDERS, OF_PEOPLE

_LOCKS = [OF_LISTINGS.of("listing_id")]
_ACCEPTED = [ACCEPTED.of("order_id")]


@on(ListingRemoved, locks=_LOCKS)
async def listing_removed(db: UnitOfWork, event: ListingRemoved) -> None:
    ending.end_on_listing(db, event.listing_id, "listing_ended")


@on(ListingSold, locks=_LOCKS)
async def listing_sold(db: UnitOfWork, event: ListingSold) -> None:
    ending.end_on_listing(db, event.listing_id, "sold")


@on(ListingPriceChanged, locks=_LOCKS)
async def price_changed(db: UnitOfWork, event: ListingPriceChanged) -> None:
    ending.end_on_listing(db, event.listing_id, "price_changed", before=event.listing_version)


@on(OrderCompleted, locks=_LOCKS, ahead=_ACCEPTED)
async def order_completed(db: UnitOfWork, event: OrderCompleted) -> None:
    await ending.complete(db, event.order_id)


@on(OrderCancelled, locks=_LOCKS, ahead=_ACCEPTED)
async def order_cancelled(db: UnitOfWork, event: OrderCancelled) -> None:
    await ending.follow_cancelled(db, event.order_id, event.reason)


@on(OrderUndone, locks=[OF_ORDERS.of("reference_id")], ahead=[ACCEPTED.of("reference_id")])
async def order_undone(db: UnitOfWork, event: OrderUndone) -> None:
    await ending.follow_cancelled(db, event.reference_id, "refunded")


def _inactive(event: UserStandingChanged) -> set[UUID]:
    return set() if event.status == "active" else {event.user_id}


@on(UserStandingChanged, locks=[OF_PEOPLE.by(_inactive)])
async def standing_changed(db: UnitOfWork, event: UserStandingChanged) -> None:
    if event.status != "active":
        await ending.end_all_of(db, event.user_id)
