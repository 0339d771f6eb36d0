"""Refunds by administrators: one proposes, another decides."""

from uuid import UUID

from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from payment.payments import service as payments
from payment.payments.errors import PaymentNotFound
from payment.refunds import service
from payment.refunds.errors import (
    NoSuchRefund,
    NotRefundable,
    OrderCompleted,
    OwnPayment,
    PaymentDisputed,
    RefundTooHigh,
)
from payment.refunds.schemas import AdminRefundIn, RefundPayload


async def propose_refund(db: UnitOfWork, payment_id: UUID, wanted: AdminRefundIn, *, by: UUID) -> ProposalOut:
    """Proposes to refund somebody's payment. Without an amount it is all that is left of it now.

    Raises PaymentNotFound, NotRefundable, PaymentDisputed, RefundTooHigh, NoSuchRefund, OrderCompleted, OwnPayment,
    NotEntitled.
    """
    payment = await payments.locked(db, payment_id)
    if payment.user_id == by:
        raise OwnPayment
    amount = Money.of_minor(await service.check(db, payment, wanted), payment.currency)
    payload = RefundPayload(**dict(wanted) | {"payment_id": payment_id, "amount": amount})
    return await propose(db, REFUND, payload, subject_id=payment_id, beneficiaries=[payment.user_id], by=by)


async def _request(db: UnitOfWork, wanted: RefundPayload, _: UUID, decided_by: UUID) -> None:
    payment = await payments.locked(db, wanted.payment_id)
    await service.request(db, payment, wanted, by=decided_by)


REFUND = Kind(
    "payment.refund",
    RefundPayload,
    _request,
    personal=frozenset({"reason"}),
    raises=(
        PaymentNotFound,
        NotRefundable,
        OrderCompleted,
        PaymentDisputed,
        RefundTooHigh,
        NoSuchRefund,
    ),
)
