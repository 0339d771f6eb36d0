"""Complaints over HTTP."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response, UploadFile

from amigok_chassis.auth import Administrator, CurrentUser, RecentAdministrator
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import NotFound, Unavailable
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.pictures import BrokenPicture, TooManyPixels
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from amigok_chassis.standing.service import AccountInactive
from amigok_chassis.uploads import PHOTOS, UPLOAD_BYTES, UnsupportedFile
from marketplace.complaints import decisions, disputes, evidence, queries, service
from marketplace.complaints.errors import (
    AnsweredBefore,
    ComplainedBefore,
    ComplaintNotFound,
    FileNotFound,
    NotTheSeller,
    StillDisputed,
    TooManyFiles,
)
from marketplace.complaints.schemas import AnswerIn, ComplaintFileOut, ComplaintIn, ComplaintOut, DecisionIn, State
from marketplace.orders.errors import NotInEscrow

router = APIRouter(prefix="/api/v1")

_PHOTO: dict[int | str, dict[str, Any]] = {200: {"content": {kind: {} for kind in PHOTOS}, "description": "The photo"}}
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Disposition": "attachment",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


@router.post(
    "/marketplace/orders/{order_id}/complaint",
    status_code=201,
    responses=problems(AccountInactive, NotFound, ComplainedBefore, NotInEscrow),
)
async def complain(order_id: UUID, body: ComplaintIn, me: CurrentUser, db: Session) -> ComplaintOut:
    """Complains about what you have bought while its price is in escrow. The seller is not paid until it is decided."""
    return ComplaintOut.of(*await service.complain(db, order_id, body, buyer_id=me.id), side="buyer")


@router.get("/marketplace/orders/{order_id}/complaint", responses=problems(ComplaintNotFound))
async def read_complaint(order_id: UUID, me: CurrentUser, db: Reader) -> ComplaintOut:
    """Returns the newest complaint about an order to its buyer, its seller or an administrator."""
    return await queries.of_order(db, order_id, reader=me)


@router.post(
    "/marketplace/orders/{order_id}/complaint/answer",
    responses=problems(ComplaintNotFound, NotTheSeller, AnsweredBefore),
)
async def answer_complaint(order_id: UUID, body: AnswerIn, me: CurrentUser, db: Session) -> ComplaintOut:
    """Answers a complaint about what you have sold, once."""
    found = await service.answer(db, order_id, body.text, seller_id=me.id)
    return await queries.shown(db, *found, "seller")


@router.post(
    "/marketplace/orders/{order_id}/complaint/withdraw",
    responses=problems(ComplaintNotFound, StillDisputed, WrongState),
)
async def withdraw_complaint(order_id: UUID, me: CurrentUser, db: Session) -> ComplaintOut:
    """Withdraws your complaint: the escrow goes on. You cannot complain about the order again."""
    return await queries.shown(db, *await disputes.withdraw_own(db, order_id, buyer_id=me.id), "buyer")


@router.post(
    "/marketplace/orders/{order_id}/complaint/files",
    status_code=201,
    max_body_size=UPLOAD_BYTES,
    form_limits={"max_files": 1, "max_fields": 0},
    responses=problems(ComplaintNotFound, TooManyFiles, UnsupportedFile, BrokenPicture, TooManyPixels, Unavailable),
)
async def add_evidence(order_id: UUID, file: UploadFile, me: CurrentUser, context: InContext) -> ComplaintFileOut:
    """Adds a JPEG or PNG to an open complaint about what you have bought or sold."""
    return await evidence.add(context, order_id, await file.read(), by=me)


@router.get(
    "/marketplace/orders/{order_id}/complaint/files/{file_id}",
    response_class=Response,
    responses=_PHOTO | problems(ComplaintNotFound, FileNotFound, NotFound, Unavailable),
)
async def read_evidence(order_id: UUID, file_id: UUID, me: CurrentUser, context: InContext) -> Response:
    """Returns a photo to the order's buyer, its seller or an administrator."""
    content, media_type = await evidence.read(context, order_id, file_id, reader=me)
    return Response(content, media_type=media_type, headers=_HEADERS)


@router.get("/admin/marketplace/complaints")
async def list_complaints(
    admin: Administrator, db: Reader, paging: PageRequest, state: State = "open"
) -> Page[ComplaintOut]:
    """Returns complaints, newest first: those that wait for a decision are `open`."""
    return await queries.queue(db, state=state, paging=paging)


@router.get("/admin/marketplace/complaints/{complaint_id}", responses=problems(ComplaintNotFound))
async def read_any_complaint(complaint_id: UUID, admin: Administrator, db: Reader) -> ComplaintOut:
    """Returns one complaint."""
    return await queries.one(db, complaint_id)


@router.post(
    "/admin/marketplace/complaints/{complaint_id}/decision",
    status_code=202,
    responses=problems(NotEntitled, OwnBehalf, *decisions.DECISION.raises),
)
async def propose_decision(
    complaint_id: UUID, body: DecisionIn, admin: RecentAdministrator, db: Session
) -> ProposalOut:
    """Proposes what becomes of the price; another administrator decides."""
    return await decisions.propose(db, complaint_id, body, by=admin.id)
