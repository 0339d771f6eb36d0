"""Reads of reviews."""

from uuid import UUID

from sqlalchemy import or_, select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.listings import service as listings
from marketplace.orders.queries import visible
from marketplace.reviews import levels
from marketplace.reviews.errors import SellerNotFound
from marketplace.reviews.ids import public_id
from marketplace.reviews.models import PLATFORM, STARS, Review, ReviewReport, Seller
from marketplace.reviews.schemas import ReportedOut, ReviewOut, SellerOut
from marketplace.settings import Settings


async def of_order(db: UnitOfWork, order_id: UUID, *, reader: Principal) -> list[ReviewOut]:
    """Returns what is published about an order, and the reader's own, to its parties and administrators.

    Raises NotFound.
    """
    await visible(db, order_id, reader=reader)
    readable = or_(Review.state == "published", Review.author_id == reader.id)
    query = select(Review).where(Review.order_id == order_id, readable).order_by(Review.id)
    return [ReviewOut.of(review) for review in await db.scalars(query)]


async def of_seller(db: UnitOfWork, seller_id: UUID, *, paging: Paging) -> Page[ReviewOut]:
    """Returns what buyers say of a seller, newest first. Raises SellerNotFound, InvalidCursor."""
    seller = await _seller(db, seller_id)
    published = Review.subject_id == seller.user_id, Review.side == "buyer", Review.state == "published"
    rows, cursor = await paginate(db, select(Review).where(*published), paging, key=(Review.published_at, Review.id))
    return Page(items=[ReviewOut.of(row) for row in rows], next_cursor=cursor)


async def one_seller(db: UnitOfWork, seller_id: UUID) -> SellerOut:
    """Returns what reviews of a seller add up to. Raises SellerNotFound."""
    seller = await _seller(db, seller_id)
    return SellerOut.of(seller, level=levels.level(seller, db.settings(Settings)))


async def who_sells(db: UnitOfWork, livestock_id: UUID) -> SellerOut:
    """Returns the same of whoever offers an animal that is for sale. Raises NotListed."""
    listing = await listings.live(db, livestock_id, locked=False)
    user_id = listing.seller_id or PLATFORM
    unreviewed = Seller(user_id=user_id, public_id=public_id(db, user_id), stars=[0] * STARS)
    seller = await db.get(Seller, user_id) or unreviewed
    return SellerOut.of(seller, level=levels.level(seller, db.settings(Settings)))


async def reported(db: UnitOfWork, *, paging: Paging) -> Page[ReportedOut]:
    """Returns what was reported and not looked at, newest first. Raises InvalidCursor."""
    query = select(ReviewReport).where(ReviewReport.settled_at.is_(None))
    key = (ReviewReport.reported_at, ReviewReport.review_id)
    rows, cursor = await paginate(db, query, paging, key=key)
    about = await db.scalars(select(Review).where(Review.id.in_([row.review_id for row in rows])))
    reviews = {review.id: review for review in about}
    items = [
        ReportedOut(
            review=ReviewOut.of(reviews[row.review_id]),
            order_id=reviews[row.review_id].order_id,
            reason=row.reason,
            text=row.text,
            reported_at=row.reported_at,
        )
        for row in rows
    ]
    return Page(items=items, next_cursor=cursor)


async def _seller(db: UnitOfWork, seller_id: UUID) -> Seller:
    seller = await db.scalar(select(Seller).where(Seller.public_id == seller_id))
    if seller is None:
        raise SellerNotFound
    return seller
