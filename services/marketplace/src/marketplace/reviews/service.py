"""Writing, publishing and judging reviews. Neither side reads the other's before both have written, or time is over.

So a review never answers another: it is changed for some days, and not once it is published, because the other side's
is published with it.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock, standing
from amigok_chassis.errors import NotFound
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_reviews import ReviewHidden, ReviewPublished
from marketplace.orders.models import Order
from marketplace.reviews.errors import (
    NotReviewable,
    OwnReview,
    RepliedBefore,
    ReviewedBefore,
    ReviewFinal,
    ReviewNotFound,
)
from marketplace.reviews.ids import public_id
from marketplace.reviews.machine import REVIEWS
from marketplace.reviews.models import PLATFORM, STARS, Review, ReviewReport, Seller
from marketplace.reviews.schemas import OrderReviewIn, ReviewReportIn, VerdictIn
from marketplace.settings import Settings


async def write(db: UnitOfWork, order_id: UUID, said: OrderReviewIn, *, author_id: UUID) -> Review:
    """Keeps what one side of a completed order says of the other; if the other has written, both are published.

    What is about the platform is published at once: nobody answers it. Raises AccountInactive, NotFound,
    NotReviewable, ReviewedBefore.
    """
    await standing.require_active(db, author_id)
    order, publish_at = await _reviewable(db, order_id, author_id)
    written = await _of_order(db, order_id)
    if any(review.author_id == author_id for review in written):
        raise ReviewedBefore
    is_buyer = author_id == order.buyer_id
    subject = order.seller_id if is_buyer else order.buyer_id
    review = Review(
        id=new_id(),
        order_id=order_id,
        side="buyer" if is_buyer else "seller",
        author_id=author_id,
        subject_id=subject or PLATFORM,
        **said.model_dump(),
        state=REVIEWS.follow("write", None),
        written_at=clock.now(),
        publish_at=publish_at,
    )
    db.add(review)
    await db.flush()
    if written or subject is None:
        for each in (review, *written):
            await _publish(db, each)
    return review


async def _reviewable(db: UnitOfWork, order_id: UUID, author_id: UUID) -> tuple[Order, datetime]:
    """Returns a party's order, locked, and until when it is reviewed. Raises NotFound, NotReviewable."""
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None or author_id not in (order.buyer_id, order.seller_id):
        raise NotFound
    if order.state != "completed" or order.ended_at is None:
        raise NotReviewable
    publish_at = order.ended_at + db.settings(Settings).review_within
    if clock.now() >= publish_at:
        raise NotReviewable
    return order, publish_at


async def change(db: UnitOfWork, order_id: UUID, said: OrderReviewIn, *, author_id: UUID) -> Review:
    """Replaces what somebody has written. Raises ReviewNotFound, ReviewFinal."""
    await db.get(Order, order_id, with_for_update=True)
    review = next((each for each in await _of_order(db, order_id) if each.author_id == author_id), None)
    if review is None:
        raise ReviewNotFound
    if review.state != "written" or clock.now() >= review.written_at + db.settings(Settings).review_change_within:
        raise ReviewFinal
    review.rating, review.text = said.rating, said.text
    return review


async def reply(db: UnitOfWork, review_id: UUID, text: str, *, by: UUID) -> Review:
    """Keeps what the reviewed side answers, once. Raises ReviewNotFound, RepliedBefore."""
    review = await _published(db, review_id)
    if review.subject_id != by:
        raise ReviewNotFound
    if review.reply is not None:
        raise RepliedBefore
    review.reply = text
    return review


async def report(db: UnitOfWork, review_id: UUID, why: ReviewReportIn, *, by: UUID) -> None:
    """Asks administrators to look at a review. Repeating it has no further effect. Raises ReviewNotFound."""
    await _published(db, review_id)
    row = insert(ReviewReport).values(review_id=review_id, reporter_id=by, reported_at=clock.now(), **why.model_dump())
    await db.execute(row.on_conflict_do_nothing())


async def judge(db: UnitOfWork, review_id: UUID, verdict: VerdictIn, *, by: UUID) -> Review:
    """Hides a review, or leaves or shows it, and settles what was reported. Raises ReviewNotFound, OwnReview."""
    review = await db.get(Review, review_id, with_for_update=True)
    if review is None or review.state == "written":
        raise ReviewNotFound
    if by in (review.author_id, review.subject_id):
        raise OwnReview
    before = audit.picture(review, "state")
    if verdict.hidden and review.state == "published":
        await _hide(db, review, verdict.reason)
    elif not verdict.hidden and review.state == "hidden":
        review.hidden_because = None
        await _publish(db, review, action="show")
    open_reports = update(ReviewReport).where(ReviewReport.review_id == review_id, ReviewReport.settled_at.is_(None))
    await db.execute(open_reports.values(settled_at=clock.now()))
    after = {"state": review.state, "reason": verdict.reason}
    audit.record(db, "review.judged", subject_id=review_id, before=before, after=after)
    return review


async def publish_due(db: UnitOfWork, *, limit: int = 100) -> None:
    """Publishes reviews whose other side has not written in time."""
    late = select(Review).where(Review.state == "written", Review.publish_at <= clock.now())
    for review in (
        await db.scalars(late.order_by(Review.publish_at).limit(limit).with_for_update(skip_locked=True))
    ).all():
        await _publish(db, review)


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases what somebody who is deleted has written. Their stars stay."""
    erased = (
        update(Review).where(Review.author_id == user_id).values(text=""),
        update(Review).where(Review.subject_id == user_id, Review.reply.is_not(None)).values(reply=""),
        update(ReviewReport).where(ReviewReport.reporter_id == user_id).values(text=""),
    )
    for statement in erased:
        await db.execute(statement.execution_options(synchronize_session=False))


async def _seller(db: UnitOfWork, user_id: UUID) -> Seller:
    """Returns what reviews of a seller add up to, locked; a row is made for one who has none."""
    row = (
        insert(Seller)
        .values(user_id=user_id, public_id=public_id(db, user_id), stars=[0] * STARS)
        .on_conflict_do_nothing()
    )
    await db.execute(row)
    return await db.get_one(Seller, user_id, with_for_update=True, populate_existing=True)


async def _publish(db: UnitOfWork, review: Review, *, action: str = "publish") -> None:
    review.state = REVIEWS.follow(action, review.state)
    review.published_at = review.published_at or clock.now()
    await _count(db, review, 1)
    about = {"review_id": review.id, "order_id": review.order_id, "author_id": review.author_id}
    subject = None if review.subject_id == PLATFORM else review.subject_id
    emit(db, ReviewPublished(**about, subject_id=subject, by=review.side, rating=review.rating))


async def _hide(db: UnitOfWork, review: Review, reason: str) -> None:
    review.state, review.hidden_because = REVIEWS.follow("hide", review.state), reason
    await _count(db, review, -1)
    about = {"review_id": review.id, "order_id": review.order_id, "author_id": review.author_id}
    emit(db, ReviewHidden(**about, subject_id=None if review.subject_id == PLATFORM else review.subject_id))


async def _count(db: UnitOfWork, review: Review, change: int) -> None:
    """Only what buyers say counts: it is about sellers."""
    if review.side == "buyer":
        counted = await _seller(db, review.subject_id)
        stars = list(counted.stars)
        stars[review.rating - 1] += change
        counted.stars = stars


async def _of_order(db: UnitOfWork, order_id: UUID) -> list[Review]:
    query = select(Review).where(Review.order_id == order_id).order_by(Review.id)
    return list(await db.scalars(query.with_for_update().execution_options(populate_existing=True)))


async def _published(db: UnitOfWork, review_id: UUID) -> Review:
    review = await db.get(Review, review_id, with_for_update=True)
    if review is None or review.state != "published":
        raise ReviewNotFound
    return review
