"""Announcements over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import Administrator, RecentAdministrator
from amigok_chassis.db import Reader, Session
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut, as_it_is
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from notification.announcements import queries, segments, service
from notification.announcements.errors import AnnouncementNotFound
from notification.announcements.schemas import AnnouncementIn, AnnouncementOut, RecipientsOut, Segment

router = APIRouter(prefix="/api/v1/admin/announcements", tags=["notification"])


@router.post("", status_code=202, response_model=ProposalOut, responses=problems(NotEntitled, OwnBehalf))
async def propose_announcement(body: AnnouncementIn, me: RecentAdministrator, once: OnceOnly) -> Response:
    """Proposes to tell a segment of users something. Another administrator decides; the announcement gets its id."""
    return await once.commit(lambda db: service.propose(db, body, by=me.id), status=202, now=as_it_is)


@router.get("/recipients")
async def count_announcement_recipients(
    segment: Annotated[Segment, Query()], me: Administrator, db: Reader
) -> RecipientsOut:
    """How many users a segment has now."""
    return RecipientsOut(recipients=await segments.count(db, segment))


@router.get("")
async def list_announcements(me: Administrator, page: PageRequest, db: Reader) -> Page[AnnouncementOut]:
    """Announcements that were approved, newest first."""
    return await queries.listed(db, page)


@router.get("/{announcement_id}", responses=problems(AnnouncementNotFound))
async def read_announcement(announcement_id: UUID, me: Administrator, db: Reader) -> AnnouncementOut:
    """An announcement and how far it is."""
    return await queries.one(db, announcement_id)


@router.post("/{announcement_id}/cancel", responses=problems(AnnouncementNotFound, WrongState))
async def cancel_announcement(announcement_id: UUID, me: RecentAdministrator, db: Session) -> AnnouncementOut:
    """Has nobody more told."""
    return AnnouncementOut.model_validate(await service.cancel(db, announcement_id))
