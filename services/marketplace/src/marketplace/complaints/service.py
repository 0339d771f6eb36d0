"""What buyer, seller and platform do about a complaint. The order is locked first, then its complaint."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing
from amigok_chassis.errors import NotFound
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.marketplace_escrow import ComplaintAnswered, ComplaintDecided, ComplaintOpened
from marketplace.complaints.errors import AnsweredBefore, ComplainedBefore, ComplaintNotFound, NotTheSeller
from marketplace.complaints.machine import COMPLAINTS
from marketplace.complaints.models import Complaint, OpenedBy
from marketplace.complaints.schemas import ComplaintIn
from marketplace.orders import escrow
from marketplace.orders.models import Actor, Order
from marketplace.settings import Settings

LIVE = Complaint.state.in_(COMPLAINTS.open)


async def complain(db: UnitOfWork, order_id: UUID, told: ComplaintIn, *, buyer_id: UUID) -> tuple[Complaint, Order]:
    """Opens the buyer's complaint, which stops the escrow's time.

    Raises AccountInactive, NotFound, ComplainedBefore, NotInEscrow.
    """
    await standing.require_active(db, buyer_id)
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None or order.buyer_id != buyer_id:
        raise NotFound
    before = select(Complaint.id).where(Complaint.order_id == order_id, Complaint.opened_by == "buyer")
    if await db.scalar(before) is not None:
        raise ComplainedBefore
    return await open_(db, order, by="buyer", **dict(told)), order


async def open_(
    db: UnitOfWork, order: Order, *, by: OpenedBy, reason: str, text: str = "", refund_to: str = "wallet"
) -> Complaint:
    """Contests an order, which is locked. Raises NotInEscrow."""
    now = clock.now()
    decide_by = now + db.settings(Settings).decide_within
    escrow.contest(order, by=by, decide_by=decide_by)
    values: dict[str, Any] = {"opened_by": by, "reason": reason, "text": text, "refund_to": refund_to}
    about: dict[str, Any] = {"id": new_id(), "order_id": order.id, "opened_at": now, "decide_by": decide_by}
    opened = insert(Complaint).values(**about, **values, state=COMPLAINTS.follow("open", None), version=1, reasons=[])
    complaint = (await db.scalars(opened.returning(Complaint))).one()
    emit(
        db,
        ComplaintOpened(
            **parties(complaint, order), livestock_id=order.livestock_id, by=by, reason=reason, decide_by=decide_by
        ),
    )
    return complaint


async def answer(db: UnitOfWork, order_id: UUID, text: str, *, seller_id: UUID) -> tuple[Complaint, Order]:
    """Keeps what the seller says to a complaint, once. Raises ComplaintNotFound, NotTheSeller, AnsweredBefore."""
    order, complaint = await locked(db, order_id)
    if order.buyer_id == seller_id:
        raise NotTheSeller
    if order.seller_id != seller_id:
        raise ComplaintNotFound
    if complaint.answer is not None:
        raise AnsweredBefore
    now = clock.now()
    complaint.answer, complaint.answered_at, complaint.version = text, now, complaint.version + 1
    order.note("answer", by="seller", now=now)
    emit(db, ComplaintAnswered(**parties(complaint, order)))
    return complaint, order


def withdraw(db: UnitOfWork, order: Order, complaint: Complaint, *, by: Actor) -> None:
    """Ends a complaint, which is locked, as if it had not been: the escrow goes on. Raises WrongState."""
    end(db, order, complaint, "withdraw")
    escrow.resume(order, by=by)


def end(db: UnitOfWork, order: Order, complaint: Complaint, action: str, *, paid: int = 0) -> None:
    """Takes a last step, after which the seller and the fee have got so much of the price. Raises WrongState."""
    complaint.take(action, now=clock.now())
    complaint.paid = paid
    amount = Money.of_minor(paid, order.currency)
    emit(db, ComplaintDecided(**parties(complaint, order), outcome=complaint.state, paid=amount))


async def locked(db: UnitOfWork, order_id: UUID) -> tuple[Order, Complaint]:
    """Returns an order and its open complaint, locked in this order. Raises ComplaintNotFound."""
    order = await db.get(Order, order_id, with_for_update=True, populate_existing=True)
    complaint = await live(db, order_id) if order is not None else None
    if order is None or complaint is None:
        raise ComplaintNotFound
    return order, complaint


async def live(db: UnitOfWork, order_id: UUID) -> Complaint | None:
    """Returns the complaint of an order that has not ended, locked."""
    query = select(Complaint).where(Complaint.order_id == order_id, LIVE)
    return await db.scalar(query.with_for_update().execution_options(populate_existing=True))


def parties(complaint: Complaint, order: Order) -> dict[str, Any]:
    """What events say about a complaint."""
    people = {"buyer_id": order.buyer_id, "seller_id": order.seller_id}
    return {"complaint_id": complaint.id, "order_id": order.id, **people}


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases what somebody who is deleted has written."""
    bought = Complaint.order_id.in_(select(Order.id).where(Order.buyer_id == user_id))
    sold = Complaint.order_id.in_(select(Order.id).where(Order.seller_id == user_id))
    await db.execute(update(Complaint).where(bought).values(text="").execution_options(synchronize_session=False))
    answered = update(Complaint).where(sold, Complaint.answer.is_not(None)).values(answer="")
    await db.execute(answered.execution_options(synchronize_session=False))
