"""Reviews over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import Administrator, CurrentUser, RecentAdministrator
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import NotFound
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing.service import AccountInactive
from marketplace.listings.errors import NotListed
from marketplace.reviews import queries, service
from marketplace.reviews.errors import (
    NotReviewable,
    OwnReview,
    RepliedBefore,
    ReviewedBefore,
    ReviewFinal,
    ReviewNotFound,
    SellerNotFound,
)
from marketplace.reviews.schemas import (
    OrderReviewIn,
    ReplyIn,
    ReportedOut,
    ReviewOut,
    ReviewReportIn,
    SellerOut,
    VerdictIn,
)

router = APIRouter(prefix="/api/v1")


@router.post(
    "/marketplace/orders/{order_id}/review",
    status_code=201,
    responses=problems(AccountInactive, NotFound, NotReviewable, ReviewedBefore),
)
async def review_order(order_id: UUID, body: OrderReviewIn, me: CurrentUser, db: Session) -> ReviewOut:
    """Reviews the other side of a completed order, within 14 days. It is published with theirs or after that."""
    return ReviewOut.of(await service.write(db, order_id, body, author_id=me.id))


@router.put("/marketplace/orders/{order_id}/review", responses=problems(ReviewNotFound, ReviewFinal))
async def change_review(order_id: UUID, body: OrderReviewIn, me: CurrentUser, db: Session) -> ReviewOut:
    """Changes your review within 7 days, until it is published."""
    return ReviewOut.of(await service.change(db, order_id, body, author_id=me.id))


@router.get("/marketplace/orders/{order_id}/reviews", responses=problems(NotFound))
async def list_reviews_of_order(order_id: UUID, me: CurrentUser, db: Reader) -> list[ReviewOut]:
    """Returns your review of an order, and the other side's once it is published."""
    return await queries.of_order(db, order_id, reader=me)


@router.post("/marketplace/reviews/{review_id}/reply", responses=problems(ReviewNotFound, RepliedBefore))
async def reply_to_review(review_id: UUID, body: ReplyIn, me: CurrentUser, db: Session) -> ReviewOut:
    """Replies to a review of yourself, once."""
    return ReviewOut.of(await service.reply(db, review_id, body.text, by=me.id))


@router.post("/marketplace/reviews/{review_id}/report", status_code=204, responses=problems(ReviewNotFound))
async def report_review(review_id: UUID, body: ReviewReportIn, me: CurrentUser, db: Session) -> None:
    """Asks administrators to look at a review."""
    await service.report(db, review_id, body, by=me.id)


@router.get("/marketplace/livestock/{livestock_id}/seller", responses=problems(NotListed))
async def read_seller_of(livestock_id: UUID, db: Reader) -> SellerOut:
    """Returns what buyers say of whoever offers this animal."""
    return await queries.who_sells(db, livestock_id)


@router.get("/marketplace/sellers/{seller_id}", responses=problems(SellerNotFound))
async def read_seller(seller_id: UUID, db: Reader) -> SellerOut:
    """Returns what buyers say of a seller. The id names no account."""
    return await queries.one_seller(db, seller_id)


@router.get("/marketplace/sellers/{seller_id}/reviews", responses=problems(SellerNotFound))
async def list_reviews_of_seller(seller_id: UUID, db: Reader, paging: PageRequest) -> Page[ReviewOut]:
    """Returns buyers' reviews of a seller, newest first."""
    return await queries.of_seller(db, seller_id, paging=paging)


@router.get("/admin/marketplace/reviews/reported")
async def list_reported_reviews(admin: Administrator, db: Reader, paging: PageRequest) -> Page[ReportedOut]:
    """Returns reported reviews that nobody has looked at, newest first."""
    return await queries.reported(db, paging=paging)


@router.put("/admin/marketplace/reviews/{review_id}/verdict", responses=problems(ReviewNotFound, OwnReview, WrongState))
async def judge_review(review_id: UUID, body: VerdictIn, admin: RecentAdministrator, db: Session) -> ReviewOut:
    """Hides a review with a reason, or leaves it. A hidden one does not count."""
    return ReviewOut.of(await service.judge(db, review_id, body, by=admin.id))
