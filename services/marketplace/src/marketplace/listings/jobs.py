"""What time triggers."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import ListingRemoved
from amigok_contracts.marketplace_listings import ListingExpired, ListingExpiring
from marketplace.listings.models import Listing
from marketplace.settings import Settings

_LIVE = Listing.state == "live"


@every(seconds=5)
async def expire_listings(db: UnitOfWork, *, limit: int = 200) -> None:
    """Ends live listings whose time is over. A reserved one ends, if ever, when it is live again."""
    now = clock.now()
    for listing in await _locked(db, _LIVE, Listing.expires_at <= now, limit=limit):
        listing.take("expire", now=now)
        about = {"listing_id": listing.id, "livestock_id": listing.livestock_id}
        emit(db, ListingRemoved(**about, reason="expired"))
        emit(db, ListingExpired(**about, recipient_ids=listing.recipients, title=listing.title))


@every(seconds=60)
async def warn_of_expiry(db: UnitOfWork, *, limit: int = 1_000) -> None:
    """Tells sellers which listings end soon, once each time that they are renewed."""
    soon = clock.now() + db.settings(Settings).warned_before
    unwarned = Listing.warned_at.is_(None)
    for listing in await _locked(db, _LIVE, unwarned, Listing.expires_at <= soon, limit=limit):
        listing.warned_at = clock.now()
        assert listing.expires_at is not None
        emit(
            db,
            ListingExpiring(
                listing_id=listing.id,
                livestock_id=listing.livestock_id,
                recipient_ids=listing.recipients,
                title=listing.title,
                expires_at=listing.expires_at,
            ),
        )


async def _locked(db: UnitOfWork, *which: ColumnElement[bool], limit: int) -> Sequence[Listing]:
    """The first that nobody else works on, so that waiting for locks is never needed."""
    first = select(Listing).where(*which).order_by(Listing.expires_at).limit(limit)
    return (await db.scalars(first.with_for_update(key_share=True, skip_locked=True))).all()
