"""The marketplace's own event of another price."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_listings import ListingPriceChanged
from marketplace.watches import service


@on(ListingPriceChanged)
async def price_changed(db: UnitOfWork, event: ListingPriceChanged) -> None:
    await service.tell_of_drop(db, event.listing_id, previous=event.previous_price, price=event.price)
