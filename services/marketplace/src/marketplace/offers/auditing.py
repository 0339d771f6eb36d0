"""What administrators do with offers on the platform's listings."""

from amigok_chassis import audit
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.offers.models import Offer


def record(db: UnitOfWork, offer: Offer, for_platform: bool) -> None:
    """Records the state that an administrator has brought an offer to, and its amount."""
    if for_platform:
        after = {"state": offer.state, "amount": str(offer.money), "version": offer.version}
        audit.record(db, "offer.answered", subject_id=offer.id, after=after)
