"""Refunds over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends, Response

from amigok_chassis.auth import CurrentUser, RecentUser, requires
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.proposals import ProposalOut, as_it_is
from payment.refunds import deciding, service
from payment.refunds.schemas import AdminRefundIn, RefundIn, RefundOut

router = APIRouter(prefix="/api/v1", tags=["payments"])
admin = APIRouter(prefix="/api/v1/admin", tags=["payments"], dependencies=[Depends(requires("admin"))])


@router.post("/payments/{payment_id}/refund", status_code=201, response_model=RefundOut)
async def refund_own(payment_id: UUID, body: RefundIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Gives a payment of yours back to where it came from, out of your wallet.

    404 `payment_not_found`; 409 `not_refundable`, `refund_too_high`, `payment_disputed`, `order_completed`;
    422 `idempotency_key_reused`.
    """
    return await once.commit(lambda db: service.request_own(db, payment_id, body, owner_id=me.id))


@admin.post("/payments/{payment_id}/refund", status_code=202, response_model=ProposalOut)
async def refund_for(payment_id: UUID, body: AdminRefundIn, me: RecentUser, once: OnceOnly) -> Response:
    """Proposes to give somebody's payment back, to the provider or into the wallet, at the user's or the platform's
    charge; another administrator decides.

    403 `own_payment`, `step_up_required`, `decision_does_not_count`; 404 `payment_not_found`; 409 `not_refundable`,
    `refund_too_high`, `payment_disputed`, `order_completed`; 422 `refund_goes_nowhere`, `idempotency_key_reused`.
    """
    return await once.commit(
        lambda db: deciding.propose_refund(db, payment_id, body, by=me.id), status=202, now=as_it_is
    )
