"""What an administrator gives back, another has to agree to."""

from uuid import UUID

from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from payment.payments import service as payments
from payment.refunds import service
from payment.refunds.errors import OwnPayment
from payment.refunds.schemas import AdminRefundIn, RefundPayload


async def propose_refund(db: UnitOfWork, payment_id: UUID, wanted: AdminRefundIn, *, by: UUID) -> ProposalOut:
    """Proposes to give somebody's payment back; all that is left of it is what is left now.

    Raises PaymentNotFound, NotRefundable, PaymentDisputed, RefundTooHigh, NoSuchRefund, OrderCompleted, OwnPayment,
    NotEntitled.
    """
    payment = await payments.locked(db, payment_id)
    if payment.user_id == by:
        raise OwnPayment
    await service.check(db, payment, wanted)
    amount = Money.of_minor(payment.refundable(wanted.amount), payment.currency)
    payload = RefundPayload(**dict(wanted) | {"payment_id": payment_id, "amount": amount})
    return await propose(db, REFUND, payload, subject_id=payment_id, beneficiaries=[payment.user_id], by=by)


async def _give(db: UnitOfWork, wanted: RefundPayload, _: UUID, decided_by: UUID) -> None:
    payment = await payments.locked(db, wanted.payment_id)
    await service.request(db, payment, wanted, by=decided_by)


REFUND = Kind("payment.refund", RefundPayload, _give, personal=frozenset({"reason"}))
