"""The marketplace's own events about what is for sale, and who is deleted."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserStandingChanged
from amigok_contracts.marketplace import ListingPublished
from amigok_contracts.marketplace_listings import ListingPriceChanged
from marketplace.saved_searches import matching, service


@on(ListingPublished)
async def listing_published(db: UnitOfWork, event: ListingPublished) -> None:
    await matching.match(db, event.listing_id)


@on(ListingPriceChanged)
async def price_changed(db: UnitOfWork, event: ListingPriceChanged) -> None:
    await matching.match(db, event.listing_id)


@on(UserStandingChanged)
async def deleted(db: UnitOfWork, event: UserStandingChanged) -> None:
    if event.status == "deleted":
        await service.forget(db, event.user_id)
