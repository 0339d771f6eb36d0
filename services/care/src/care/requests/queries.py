"""Reads of requests for care."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, func, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from care.farms.guards import works_on_farm_of
from care.payments.models import Payment
from care.requests.errors import RequestNotFound
from care.requests.machine import REQUESTS
from care.requests.models import Request
from care.requests.schemas import CareRequestDetails, CareRequestOut, State
from care.settings import Settings

R = TypeVar("R", bound=CareRequestOut)


async def show(db: UnitOfWork, request_id: UUID, *, viewer: Principal) -> CareRequestOut:
    """Returns one request to those whom it concerns. Raises RequestNotFound."""
    return await shown(db, await visible(db, request_id, viewer=viewer))


async def shown(db: UnitOfWork, request: Request) -> CareRequestOut:
    """Returns a request as it is now, with what is paid of it."""
    await db.flush()
    [out] = await _with_payments(db, [request], CareRequestOut)
    return out


async def visible(db: UnitOfWork, request_id: UUID, *, viewer: Principal) -> Request:
    """Returns a request to its owner, its veterinarian, farm people of the animal's farm and administrators.

    Other veterinarians see it as long as it is nobody's. Raises RequestNotFound.
    """
    request = await db.get(Request, request_id)
    if request is None or not await _concerns(db, request, viewer):
        raise RequestNotFound
    return request


async def of_owner(db: UnitOfWork, paging: Paging, *, owner_id: UUID, state: State | None) -> Page[CareRequestOut]:
    """Returns an owner's requests, newest first."""
    return await _page(db, _in(state).where(Request.owner_id == owner_id), paging, CareRequestOut)


async def assigned_to_owner(db: UnitOfWork, paging: Paging, *, owner_id: UUID) -> Page[CareRequestOut]:
    """Returns what others than the owner have asked for and is not done yet, newest first."""
    open_ones = Request.state.in_(REQUESTS.open)
    query = select(Request).where(Request.owner_id == owner_id, Request.origin != "owner", open_ones)
    return await _page(db, query, paging, CareRequestOut)


async def of_veterinarian(
    db: UnitOfWork, paging: Paging, *, veterinarian_id: UUID, state: State | None, unassigned: bool
) -> Page[CareRequestOut]:
    """Returns what a veterinarian was or is to do, or open requests that are nobody's yet, newest first."""
    if unassigned:
        query = _in(state).where(Request.veterinarian_id.is_(None), Request.state.in_(REQUESTS.open))
    else:
        query = _in(state).where(Request.veterinarian_id == veterinarian_id)
    return await _page(db, query, paging, CareRequestOut)


async def all_requests(
    db: UnitOfWork, paging: Paging, *, state: State | None, mandatory: bool | None, emergency: bool | None
) -> Page[CareRequestDetails]:
    """Returns everybody's requests, newest first."""
    query = _in(state)
    if mandatory is not None:
        query = query.where(Request.mandatory == mandatory)
    if emergency is not None:
        query = query.where(Request.emergency == emergency)
    return await _page(db, query, paging, CareRequestDetails)


async def stuck(db: UnitOfWork) -> int:
    """Counts work that should have ended by now."""
    late = clock.now() - db.settings(Settings).work_within
    query = select(func.count()).where(Request.state == "in_progress", Request.started_at < late)
    return await db.scalar(query) or 0


async def _concerns(db: UnitOfWork, request: Request, viewer: Principal) -> bool:
    if viewer.role == "admin" or viewer.id in (request.owner_id, request.veterinarian_id):
        return True
    if viewer.role == "veterinarian":
        return request.veterinarian_id is None and request.state in REQUESTS.open
    return viewer.role == "farm_staff" and await works_on_farm_of(db, request.livestock_id, viewer.id)


def _in(state: State | None) -> Select[Any]:
    query = select(Request)
    return query if state is None else query.where(Request.state == state)


async def _page(db: UnitOfWork, query: Select[Any], paging: Paging, kind: type[R]) -> Page[R]:
    rows, cursor = await paginate(db, query, paging, key=[Request.id])
    return Page(items=await _with_payments(db, rows, kind), next_cursor=cursor)


async def _with_payments(db: UnitOfWork, rows: Sequence[Request], kind: type[R]) -> list[R]:
    query = select(
        Payment.request_id,
        func.sum(Payment.amount).filter(Payment.state == "asked").label("asked"),
        func.sum(Payment.taken).label("paid"),
        func.bool_or(Payment.state == "owed").label("owes"),
    ).where(Payment.request_id.in_([row.id for row in rows]))
    found = {row.request_id: row for row in await db.execute(query.group_by(Payment.request_id))}
    return [_out(row, found.get(row.id), kind) for row in rows]


def _out(request: Request, sums: Any, kind: type[R]) -> R:
    if sums is None:
        return kind.of(request, asked=None, paid=0, owes=False)
    asked = None if sums.asked is None else int(sums.asked)
    return kind.of(request, asked=asked, paid=int(sums.paid), owes=sums.owes)
