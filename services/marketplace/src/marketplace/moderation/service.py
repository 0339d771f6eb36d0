"""Reports by users, and what administrators who are no party decide on them."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, func, or_, select

from amigok_chassis import audit, clock, standing
from amigok_chassis.errors import NotFound
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import ListingRemoved
from amigok_contracts.marketplace_watching import ListingTakenDown, ReportsDecided
from marketplace.listings.errors import NotListed
from marketplace.listings.machine import FOR_SALE
from marketplace.listings.models import Listing
from marketplace.moderation.errors import PlatformListing, ReportedBefore, TooManyReports
from marketplace.moderation.machine import REPORTS, TAKEDOWNS
from marketplace.moderation.models import Report, Takedown
from marketplace.moderation.schemas import ListingReportIn, ReviewIn
from marketplace.offers.machine import OFFERS
from marketplace.offers.models import Offer
from marketplace.orders.errors import OwnListing
from marketplace.orders.machine import ORDERS
from marketplace.orders.models import Order
from marketplace.settings import Settings

_DAY = timedelta(days=1)
_AGAIN = {"listing_reports_open_key": ReportedBefore}


async def report(db: UnitOfWork, listing_id: UUID, said: ListingReportIn, *, by: UUID) -> None:
    """Reports a listing that is for sale.

    Raises AccountInactive, NotListed, OwnListing, TooManyReports, ReportedBefore.
    """
    await standing.require_active(db, by)
    listing = await db.get(Listing, listing_id)
    if listing is None or listing.state not in FOR_SALE:
        raise NotListed
    if listing.seller_id == by:
        raise OwnListing
    lately = select(func.count()).where(Report.reporter_id == by, Report.reported_at > clock.now() - _DAY)
    if (await db.scalar(lately) or 0) >= db.settings(Settings).daily_reports:
        raise TooManyReports(retry_after=int(_DAY.total_seconds()))
    row = Report(id=new_id(), listing_id=listing_id, reporter_id=by, reason=said.reason, note=said.note)
    row.state, row.reported_at = REPORTS.follow("report", None), clock.now()
    db.add(row)
    with named_violations(_AGAIN):
        await db.flush()


async def review(db: UnitOfWork, listing_id: UUID, decided: ReviewIn, *, by: UUID) -> None:
    """Dismisses what is said against a listing, or takes it down. Its seller may appeal.

    Raises NotFound, OwnBehalf, VersionConflict, ListingNotActive, PlatformListing.
    """
    listing = await db.get(Listing, listing_id, with_for_update={"key_share": True})
    if listing is None:
        raise NotFound
    reports = (await db.scalars(_open_reports(listing_id).with_for_update())).all()
    await _require_no_party(db, listing, reports, by)
    refuse_other_version(decided.version, listing.version)
    if decided.verdict == "taken_down":
        _take_down(db, listing, decided, by=by)
    _close(db, listing, reports, decided, by=by)
    after = {"verdict": decided.verdict, "reason": decided.reason, "reports": len(reports)}
    audit.record(db, "listing.reviewed", subject_id=listing_id, after=after)


def _take_down(db: UnitOfWork, listing: Listing, decided: ReviewIn, *, by: UUID) -> None:
    """Raises ListingNotActive, PlatformListing."""
    if listing.seller_id is None:
        raise PlatformListing
    now = clock.now()
    listing.take("take_down", now=now)
    row = Takedown(
        id=new_id(),
        listing_id=listing.id,
        seller_id=listing.seller_id,
        title=listing.title,
        reason=decided.reason,
        note=decided.note,
        state=TAKEDOWNS.follow("take_down", None),
        taken_down_by=by,
        taken_down_at=now,
        appeal_until=now + db.settings(Settings).appeal_within,
        appeal="",
        answer="",
    )
    db.add(row)
    emit(db, ListingRemoved(listing_id=listing.id, livestock_id=listing.livestock_id, reason="taken_down"))
    emit(
        db,
        ListingTakenDown(
            listing_id=listing.id,
            livestock_id=listing.livestock_id,
            takedown_id=row.id,
            title=listing.title,
            reason=decided.reason,
            appeal_until=row.appeal_until,
            recipient_ids=listing.recipients,
        ),
    )


def _close(db: UnitOfWork, listing: Listing, reports: Sequence[Report], decided: ReviewIn, *, by: UUID) -> None:
    listing.flags = []
    taken_down = decided.verdict == "taken_down"
    for each in reports:
        each.state, each.decided_by = REPORTS.follow("uphold" if taken_down else "dismiss", each.state), by
    if reports:
        people = tuple(sorted({each.reporter_id for each in reports}))
        told = ReportsDecided(listing_id=listing.id, taken_down=taken_down, title=listing.title, recipient_ids=people)
        emit(db, told)


async def _require_no_party(db: UnitOfWork, listing: Listing, reports: Sequence[Report], by: UUID) -> None:
    """Raises OwnBehalf for who sells, reports, buys or bids for it."""
    bids = select(Offer.id).where(Offer.listing_id == listing.id, Offer.buyer_id == by, Offer.state.in_(OFFERS.open))
    buys = select(Order.id).where(Order.listing_id == listing.id, Order.buyer_id == by, Order.state.in_(ORDERS.open))
    parties = {listing.seller_id, *(each.reporter_id for each in reports)}
    if by in parties or await db.scalar(select(or_(bids.exists(), buys.exists()))):
        raise OwnBehalf


def _open_reports(listing_id: UUID) -> Select[Report]:
    return select(Report).where(Report.listing_id == listing_id, Report.state == "open").order_by(Report.id)
