"""Refunds over HTTP, and payments with their refunds."""

from uuid import UUID

from fastapi import APIRouter, Depends, Response

from amigok_chassis.auth import CurrentUser, RecentUser, requires
from amigok_chassis.db import Reader
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.locations import follow
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut, as_it_is
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from payment.payments.errors import PaymentNotFound
from payment.refunds import proposals, queries, service
from payment.refunds.errors import NotRefundable, OrderCompleted, OwnPayment, PaymentDisputed, RefundTooHigh
from payment.refunds.schemas import AdminRefundIn, PaymentDetailOut, RefundIn, RefundOut

router = APIRouter(prefix="/api/v1")
admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@router.get("/payments/{payment_id:uuid}", responses=problems(PaymentNotFound))
async def get_payment(payment_id: UUID, me: CurrentUser, db: Reader) -> PaymentDetailOut:
    """Returns a payment of yours with its refunds."""
    return await queries.payment_with_refunds(db, payment_id, to=me)


@router.post(
    "/payments/{payment_id}/refund",
    status_code=201,
    response_model=RefundOut,
    responses=problems(PaymentNotFound, NotRefundable, OrderCompleted, PaymentDisputed, RefundTooHigh),
)
@follow("/api/v1/payments/{payment_id}")
async def refund_payment(payment_id: UUID, body: RefundIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Refunds a payment of yours to where it came from, out of your wallet."""
    return await once.commit(lambda db: service.request_own(db, payment_id, body, owner_id=me.id))


@admin.post(
    "/payments/{payment_id}/refund",
    status_code=202,
    response_model=ProposalOut,
    responses=problems(NotEntitled, OwnBehalf, OwnPayment, *proposals.REFUND.raises),
)
async def propose_refund(payment_id: UUID, body: AdminRefundIn, me: RecentUser, once: OnceOnly) -> Response:
    """Proposes to refund somebody's payment: where the money goes, and whether the user or the platform is charged.

    Another administrator decides.
    """
    return await once.commit(
        lambda db: proposals.propose_refund(db, payment_id, body, by=me.id), status=202, now=as_it_is
    )
