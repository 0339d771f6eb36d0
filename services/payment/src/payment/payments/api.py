"""Payments over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.locations import follow
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing.service import AccountInactive
from payment.methods.errors import SavedMethodUnknown
from payment.payments import checkout, queries
from payment.payments.errors import (
    AmountChanged,
    AmountOutOfBounds,
    Misreported,
    OrderEnded,
    OrderNotFound,
    OrderPaid,
    OrderPaidFromWallet,
    PaymentNotFound,
    PaymentUnderWay,
    TooManyPayments,
)
from payment.payments.schemas import ConfirmationIn, PaymentIn, PaymentOut, PaymentStepOut, Purpose, State
from payment.providers.protocol import Name, ProviderRefused, ProviderUnavailable
from payment.providers.registry import MethodNotOffered

router = APIRouter(prefix="/api/v1")
admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])

InState = Annotated[State | None, Query(description="Only payments in this state")]
For = Annotated[Purpose | None, Query(description="Only payments with this purpose")]


@router.post(
    "/payments/create",
    status_code=201,
    response_model=PaymentStepOut,
    responses={
        202: {"model": PaymentStepOut, "description": "The provider has not answered yet"},
        **problems(
            AccountInactive,
            OrderNotFound,
            AmountChanged,
            OrderEnded,
            OrderPaid,
            OrderPaidFromWallet,
            PaymentUnderWay,
            TooManyPayments,
            AmountOutOfBounds,
            MethodNotOffered,
            ProviderRefused,
            SavedMethodUnknown,
            Misreported,
            ProviderUnavailable,
        ),
    },
)
@follow("/api/v1/payments/{id}")
async def create_payment(body: PaymentIn, me: CurrentUser, once: OnceOnly, context: InContext) -> Response:
    """Creates a payment. 202 means that the provider has not answered yet: check again, you are not charged twice.

    A saved card is charged only if the wallet's policy for exits allows it. Otherwise the payment is cancelled with the
    reason.
    """
    return await checkout.begin(context, once, body, payer=me)


@router.post("/payments/confirm", responses=problems(PaymentNotFound, Misreported, ProviderUnavailable))
async def confirm_payment(body: ConfirmationIn, me: CurrentUser, context: InContext) -> PaymentStepOut:
    """Continues a payment when the payer is back from the provider, and returns its status.

    Repeating the call has no further effect.
    """
    return await checkout.confirm(context, body.payment_id, payer=me, method_token=body.method_token)


@router.post("/payments/{payment_id:uuid}/cancel", responses=problems(PaymentNotFound, Misreported))
async def cancel_payment(payment_id: UUID, me: CurrentUser, context: InContext) -> PaymentStepOut:
    """Cancels a payment of yours that is not paid yet, and returns its status: it may have been paid meanwhile.

    After that you can pay the order in another way.
    """
    return await checkout.cancel(context, payment_id, payer=me.id)


@router.get("/payments/history")
async def list_my_payments(
    me: CurrentUser, page: PageRequest, db: Reader, state: InState = None, purpose: For = None
) -> Page[PaymentOut]:
    """Lists your payments, newest first."""
    return await queries.history(db, page, user_id=me.id, state=state, purpose=purpose)


@admin.get("/payments")
async def list_payments(
    page: PageRequest,
    db: Reader,
    state: InState = None,
    purpose: For = None,
    provider: Annotated[Name | None, Query()] = None,
    user_id: Annotated[UUID | None, Query()] = None,
) -> Page[PaymentOut]:
    """Lists everybody's payments, newest first."""
    return await queries.history(db, page, state=state, purpose=purpose, provider=provider, user_id=user_id)
