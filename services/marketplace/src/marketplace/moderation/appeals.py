"""Appeals against take-downs, which another administrator decides."""

from uuid import UUID

from amigok_chassis import audit, clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_watching import TakedownDecided
from marketplace.listings import offering
from marketplace.listings import service as listings
from marketplace.listings.models import Listing
from marketplace.moderation.errors import OwnDecision, TakedownNotFound, TooLateForAppeal
from marketplace.moderation.models import Takedown
from marketplace.moderation.schemas import AppealAnswerIn


async def appeal(db: UnitOfWork, takedown_id: UUID, text: str, *, by: UUID) -> Takedown:
    """Asks for another decision, once. Raises AccountInactive, TakedownNotFound, TooLateForAppeal, WrongState."""
    await standing.require_active(db, by)
    row, listing = await _locked(db, takedown_id)
    if row.seller_id != by:
        raise TakedownNotFound
    if row.appeal_until <= clock.now() or listing.state != "taken_down":
        raise TooLateForAppeal
    row.become("appeal")
    row.appeal = text
    return row


async def decide(db: UnitOfWork, takedown_id: UUID, said: AppealAnswerIn, *, by: UUID) -> Takedown:
    """Decides an appeal. If the take-down is overturned, the animal is for sale again where that is still possible.

    Raises TakedownNotFound, OwnBehalf, OwnDecision, WrongState.
    """
    row, listing = await _locked(db, takedown_id)
    if row.seller_id == by:
        raise OwnBehalf
    if row.taken_down_by == by:
        raise OwnDecision
    row.become("uphold" if said.decision == "upheld" else "overturn")
    row.answer, row.decided_by = said.note, by
    await _follow(db, row, listing)
    audit.record(db, "takedown.decided", subject_id=row.id, after={"state": row.state})
    emit(
        db,
        TakedownDecided(
            takedown_id=row.id,
            listing_id=row.listing_id,
            stands=row.state == "final",
            restored_as=row.restored_as,
            title=row.title,
            recipient_ids=(row.seller_id,),
        ),
    )
    return row


async def _follow(db: UnitOfWork, row: Takedown, listing: Listing) -> None:
    """Ends the listing, and has a new one take its place if the take-down was wrong."""
    if listing.state != "taken_down":
        return
    lost = await listings.obstacle(db, listing)
    listings.end(db, listing, reason="taken_down")
    if row.state == "overturned" and lost is None:
        await db.flush()
        again = restored(db, listing)
        db.add(again)
        await db.flush()
        offering.remember_price(db, again)
        offering.announce(db, again)
        row.restored_as = again.id


def restored(db: UnitOfWork, listing: Listing) -> Listing:
    """The same listing as a new one, which is live as long as one that is listed now."""
    kept = (
        "livestock_id",
        "seller_id",
        "title",
        "description",
        "price",
        "currency",
        "fee_basis_points",
        "fee_minimum",
        "negotiable",
    )
    return Listing(
        **{name: getattr(listing, name) for name in kept},
        id=new_id(),
        featured=listing.featured,
        views=listing.views,
        version=1,
        state="live",
        flags=[],
        created_at=clock.now(),
        expires_at=offering.expiry(db),
    )


async def _locked(db: UnitOfWork, takedown_id: UUID) -> tuple[Takedown, Listing]:
    """A take-down with its listing, both locked, the listing first. Raises TakedownNotFound."""
    row = await db.get(Takedown, takedown_id)
    if row is None:
        raise TakedownNotFound
    listing = await db.get_one(Listing, row.listing_id, with_for_update={"key_share": True})
    return await db.get_one(Takedown, takedown_id, with_for_update=True, populate_existing=True), listing
