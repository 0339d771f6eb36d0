"""Reports, take-downs and appeals over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import NotFound
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import InvalidCursor, Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.rows import VersionConflict
from amigok_chassis.standing.service import AccountInactive
from marketplace.listings.errors import ListingNotActive, NotListed
from marketplace.moderation import appeals, queries, service
from marketplace.moderation.errors import (
    OwnDecision,
    PlatformListing,
    ReportedBefore,
    TakedownNotFound,
    TooLateForAppeal,
    TooManyReports,
)
from marketplace.moderation.schemas import (
    AppealAnswerIn,
    ListingAppealIn,
    ListingReportIn,
    QueuedOut,
    ReviewIn,
    TakedownFilters,
    TakedownForAdminOut,
    TakedownOut,
)
from marketplace.orders.errors import OwnListing

router = APIRouter(prefix="/api/v1/marketplace")
admin = APIRouter(prefix="/api/v1/admin/marketplace")


@router.post(
    "/listings/{listing_id}/report",
    status_code=204,
    responses=problems(AccountInactive, NotListed, OwnListing, TooManyReports, ReportedBefore),
)
async def report_listing(listing_id: UUID, body: ListingReportIn, me: CurrentUser, db: Session) -> None:
    """Tells administrators what is wrong with a listing. Its seller does not learn who did."""
    await service.report(db, listing_id, body, by=me.id)


@router.get("/my-takedowns")
async def list_my_takedowns(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[TakedownOut]:
    """Returns your listings that were taken down, newest first."""
    return await queries.own_takedowns(db, me.id, paging)


@router.post(
    "/takedowns/{takedown_id}/appeal",
    responses=problems(AccountInactive, TakedownNotFound, TooLateForAppeal, WrongState),
)
async def appeal_takedown(takedown_id: UUID, body: ListingAppealIn, me: CurrentUser, db: Session) -> TakedownOut:
    """Asks for another decision on your listing, once."""
    return TakedownOut.model_validate(await appeals.appeal(db, takedown_id, body.text, by=me.id))


@admin.get("/reports")
async def list_reported_listings(me: Administrator, db: Reader, paging: PageRequest) -> Page[QueuedOut]:
    """Returns the listings that users have reported or rules have flagged, newest first."""
    return await queries.queue(db, paging)


@admin.post(
    "/listings/{listing_id}/review",
    status_code=204,
    responses=problems(NotFound, OwnBehalf, VersionConflict, ListingNotActive, PlatformListing),
)
async def review_listing(listing_id: UUID, body: ReviewIn, me: Administrator, db: Session) -> None:
    """Dismisses what is said against a listing, or takes it down for a reason."""
    await service.review(db, listing_id, body, by=me.id)


@admin.get("/takedowns", responses=problems(InvalidCursor))
async def list_takedowns(
    filters: Annotated[TakedownFilters, Query()], me: Administrator, db: Reader
) -> Page[TakedownForAdminOut]:
    """Returns what was taken down, newest first; with `state` `appealed` what waits for a decision."""
    return await queries.takedowns(db, filters)


@admin.post(
    "/takedowns/{takedown_id}/decision", responses=problems(TakedownNotFound, OwnBehalf, OwnDecision, WrongState)
)
async def decide_takedown(
    takedown_id: UUID, body: AppealAnswerIn, me: Administrator, db: Session
) -> TakedownForAdminOut:
    """Decides an appeal. Whoever took the listing down does not."""
    return TakedownForAdminOut.model_validate(await appeals.decide(db, takedown_id, body, by=me.id))
