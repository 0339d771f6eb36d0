"""Reads of complaints."""

from collections.abc import Sequence
from uuid import UUID

from prometheus_client import Gauge
from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.complaints.errors import ComplaintNotFound
from marketplace.complaints.models import Complaint, ComplaintFile
from marketplace.complaints.schemas import ComplaintOut, State
from marketplace.complaints.service import LIVE
from marketplace.orders.models import Order
from marketplace.orders.queries import side_of
from marketplace.orders.schemas import Side

OVERDUE = Gauge("amigok_complaints_overdue", "Complaints that should have been decided by now")


async def of_order(db: UnitOfWork, order_id: UUID, *, reader: Principal) -> ComplaintOut:
    """Returns the newest complaint about an order to its parties and to administrators. Raises ComplaintNotFound."""
    return await shown(db, *await visible(db, order_id, reader=reader))


async def visible(db: UnitOfWork, order_id: UUID, *, reader: Principal) -> tuple[Complaint, Order, Side]:
    """Returns the newest complaint about an order, the order, and the reader's side. Raises ComplaintNotFound."""
    order = await db.get(Order, order_id)
    side = None if order is None else side_of(order, reader)
    newest = select(Complaint).where(Complaint.order_id == order_id).order_by(Complaint.id.desc()).limit(1)
    complaint = await db.scalar(newest) if side is not None else None
    if order is None or side is None or complaint is None:
        raise ComplaintNotFound
    return complaint, order, side


async def shown(db: UnitOfWork, complaint: Complaint, order: Order, side: Side) -> ComplaintOut:
    """Returns a complaint with its photos."""
    return ComplaintOut.of(complaint, order, side=side, files=await _files(db, [complaint.id]))


async def one(db: UnitOfWork, complaint_id: UUID) -> ComplaintOut:
    """Returns one to administrators. Raises ComplaintNotFound."""
    complaint = await db.get(Complaint, complaint_id)
    if complaint is None:
        raise ComplaintNotFound
    return await shown(db, complaint, await db.get_one(Order, complaint.order_id), "administrator")


async def queue(db: UnitOfWork, *, state: State, paging: Paging) -> Page[ComplaintOut]:
    """Returns the complaints in a state, newest first, for administrators. Raises InvalidCursor."""
    query = select(Complaint).where(Complaint.state == state)
    rows, cursor = await paginate(db, query, paging, key=[Complaint.id])
    found = await db.scalars(select(Order).where(Order.id.in_([row.order_id for row in rows])))
    orders = {order.id: order for order in found}
    photos = await _files(db, [row.id for row in rows])
    items = [
        ComplaintOut.of(
            row,
            orders[row.order_id],
            side="administrator",
            files=[photo for photo in photos if photo.complaint_id == row.id],
        )
        for row in rows
    ]
    return Page(items=items, next_cursor=cursor)


async def overdue(db: UnitOfWork) -> int:
    """How many should have been decided by now."""
    late = select(func.count()).select_from(Complaint).where(LIVE, Complaint.decide_by < clock.now())
    return await db.scalar(late) or 0


async def _files(db: UnitOfWork, complaints: Sequence[UUID]) -> Sequence[ComplaintFile]:
    theirs = select(ComplaintFile).where(ComplaintFile.complaint_id.in_(complaints))
    return (await db.scalars(theirs.order_by(ComplaintFile.id))).all()
