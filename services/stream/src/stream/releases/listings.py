"""What the marketplace says of offers. The events of one listing may come in any order."""

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import ListingPublished, ListingRemoved
from stream.releases.models import Listing


@on(ListingPublished)
async def published(db: UnitOfWork, event: ListingPublished) -> None:
    row = insert(Listing).values(id=event.listing_id, livestock_id=event.livestock_id, is_open=True)
    await db.execute(row.on_conflict_do_nothing())


@on(ListingRemoved)
async def removed(db: UnitOfWork, event: ListingRemoved) -> None:
    row = insert(Listing).values(id=event.listing_id, livestock_id=event.livestock_id, is_open=False)
    await db.execute(row.on_conflict_do_update(index_elements=["id"], set_={"is_open": False}))
