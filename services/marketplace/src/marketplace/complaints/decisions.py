"""Administrators decide complaints: one proposes, another decides (ADR 24). Neither is a party to the order."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.machine import WrongState
from amigok_chassis.outbox import emit
from amigok_chassis.proposals import Kind, ProposalOut
from amigok_chassis.proposals import propose as keep
from amigok_chassis.rows import VersionConflict, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.marketplace_escrow import ComplaintReopened, OrderReturnRequested
from marketplace.complaints import service
from marketplace.complaints.errors import ComplaintNotFound, PartOutOfRange
from marketplace.complaints.models import Complaint
from marketplace.complaints.schemas import DecisionIn, DecisionPayload
from marketplace.orders import escrow
from marketplace.orders.models import Order


async def propose(db: UnitOfWork, complaint_id: UUID, wanted: DecisionIn, *, by: UUID) -> ProposalOut:
    """Proposes a decision to another administrator.

    Raises ComplaintNotFound, VersionConflict, PartOutOfRange, OwnBehalf, NotEntitled.
    """
    order, complaint = await _locked(db, complaint_id)
    payload = DecisionPayload(complaint_id=complaint_id, **dict(wanted))
    _check(order, complaint, payload)
    parties = [user_id for user_id in (order.buyer_id, order.seller_id) if user_id is not None]
    return await keep(db, DECISION, payload, subject_id=complaint_id, beneficiaries=parties, by=by)


async def _decide(db: UnitOfWork, wanted: DecisionPayload, _: UUID, __: UUID) -> None:
    order, complaint = await _locked(db, wanted.complaint_id)
    _check(order, complaint, wanted)
    if wanted.outcome == "refund":
        _ask_farm(db, order, complaint)
        return
    paid = order.price if wanted.part is None else wanted.part.minor
    service.end(db, order, complaint, wanted.outcome, paid=paid)
    escrow.release(db, order, action="release", by="administrator", part=paid)


def _check(order: Order, complaint: Complaint, wanted: DecisionPayload) -> None:
    """Raises VersionConflict if the complaint is not what both administrators saw, PartOutOfRange."""
    refuse_other_version(wanted.version, complaint.version)
    part: Money | None = wanted.part
    if part is not None and not (part.currency == order.currency and 0 < part.minor < order.price):
        raise PartOutOfRange


def _ask_farm(db: UnitOfWork, order: Order, complaint: Complaint) -> None:
    """The animal has to go back first. Raises WrongState."""
    assert order.seller_id is not None
    now = clock.now()
    complaint.take("return", now=now)
    complaint.return_id = new_id()
    order.note("decide", by="administrator", now=now)
    emit(
        db,
        OrderReturnRequested(
            return_id=complaint.return_id,
            order_id=order.id,
            livestock_id=order.livestock_id,
            buyer_id=order.buyer_id,
            seller_id=order.seller_id,
        ),
    )


async def returned(db: UnitOfWork, *, order_id: UUID, return_id: UUID) -> None:
    """The farm has given the animal back: the price goes back as well."""
    found = await _returning(db, order_id, return_id)
    if found is not None:
        order, complaint = found
        service.end(db, order, complaint, "refund")
        await escrow.undo(db, order, refund_to=complaint.refund_to)


async def refused(db: UnitOfWork, *, order_id: UUID, return_id: UUID, reasons: tuple[str, ...]) -> None:
    """The farm cannot give the animal back: administrators decide again, and nothing has moved."""
    found = await _returning(db, order_id, return_id)
    if found is not None:
        order, complaint = found
        now = clock.now()
        complaint.take("reopen", now=now)
        complaint.reasons = list(reasons)
        order.note("reopen", by="platform", now=now)
        emit(db, ComplaintReopened(**service.parties(complaint, order), reasons=reasons))


async def _returning(db: UnitOfWork, order_id: UUID, return_id: UUID) -> tuple[Order, Complaint] | None:
    """Returns the order and the complaint that wait for this answer, locked; None if it was heard before."""
    order = await db.get(Order, order_id, with_for_update=True)
    complaint = await service.live(db, order_id)
    if order is None or complaint is None or complaint.state != "returning" or complaint.return_id != return_id:
        return None
    return order, complaint


async def _locked(db: UnitOfWork, complaint_id: UUID) -> tuple[Order, Complaint]:
    """Raises ComplaintNotFound, also for one that has ended."""
    known = await db.get(Complaint, complaint_id)
    if known is None:
        raise ComplaintNotFound
    order, complaint = await service.locked(db, known.order_id)
    if complaint.id != complaint_id:
        raise ComplaintNotFound
    return order, complaint


DECISION = Kind(
    "complaint.decision",
    DecisionPayload,
    _decide,
    raises=(ComplaintNotFound, VersionConflict, PartOutOfRange, WrongState),
)
