"""What time triggers."""

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_offers import OfferExpired
from marketplace.offers import service
from marketplace.offers.machine import NEGOTIATED
from marketplace.offers.models import Offer


@every(seconds=5)
async def expire_offers(db: UnitOfWork, *, limit: int = 200) -> None:
    """Ends offers that nobody has answered in time."""
    late = select(Offer).where(Offer.state.in_(NEGOTIATED), Offer.expires_at <= clock.now())
    first = late.order_by(Offer.expires_at).limit(limit).with_for_update(key_share=True, skip_locked=True)
    for offer in await db.scalars(first):
        service.move(db, offer, "expire", None)
        emit(db, OfferExpired(**service.told(offer, "buyer", "seller")))
