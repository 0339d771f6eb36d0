"""What time triggers."""

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.listings import locks
from marketplace.listings import service as listings
from marketplace.listings.models import Listing
from marketplace.moderation.models import Takedown


@every(seconds=60)
async def end_takedowns(db: UnitOfWork, *, limit: int = 200) -> None:
    """Ends listings whose seller has not appealed in time."""
    late = select(Takedown).where(Takedown.state == "appealable", Takedown.appeal_until <= clock.now())
    found = (await db.scalars(late.order_by(Takedown.appeal_until).limit(limit))).all()
    await locks.lock(db, [row.listing_id for row in found])
    again = select(Takedown).where(Takedown.id.in_([row.id for row in found]), Takedown.state == "appealable")
    rows = await db.scalars(again.order_by(Takedown.id).with_for_update().execution_options(populate_existing=True))
    for row in rows.all():
        row.become("lapse")
        listing = await db.get_one(Listing, row.listing_id, populate_existing=True)
        if listing.state == "taken_down":
            listings.end(db, listing, reason="taken_down")
