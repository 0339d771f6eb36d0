"""Payments over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.money import AccountCurrency
from amigok_chassis.pagination import Page, PageRequest
from payment.desk import AtDesk
from payment.payments import collecting, queries
from payment.payments.schemas import (
    ConfirmationIn,
    OfferedOut,
    PaymentDetailOut,
    PaymentIn,
    PaymentOut,
    PaymentStepOut,
    Purpose,
    State,
)
from payment.providers.shape import Name

router = APIRouter(prefix="/api/v1", tags=["payments"])
admin = APIRouter(prefix="/api/v1/admin", tags=["payments"], dependencies=[Depends(requires("admin"))])

InState = Annotated[State | None, Query(description="Only those in this state")]
For = Annotated[Purpose | None, Query(description="Only those for this")]


@router.post("/payments/create", status_code=201, response_model=PaymentStepOut)
async def create_payment(body: PaymentIn, me: CurrentUser, once: OnceOnly, desk: AtDesk) -> Response:
    """Begins a payment. 202 where the provider has not answered yet: look again, nothing is charged twice.

    A saved card is charged only when the wallet lets it (its policy for exits); where it does not, the payment is
    cancelled with that reason. 403 `account_inactive`; 404 `order_not_found`; 409 `order_paid_from_wallet`,
    `order_ended`, `order_paid`, `amount_changed`, `payment_under_way`, `too_many_payments`; 422 `amount_out_of_bounds`,
    `method_not_offered`, `saved_method_unknown`, `idempotency_key_reused`; 503 `provider_unavailable`.
    """
    return await collecting.begin(desk, once, body, payer=me)


@router.post("/payments/confirm")
async def confirm_payment(body: ConfirmationIn, me: CurrentUser, desk: AtDesk) -> PaymentStepOut:
    """Goes on when the payer is back from the provider, and says how the payment is. Again is the same.

    404 `payment_not_found`; 503 `provider_unavailable`: nothing was charged.
    """
    return await collecting.confirm(desk, body.payment_id, payer=me, method_token=body.method_token)


@router.post("/payments/{payment_id:uuid}/cancel")
async def cancel_payment(payment_id: UUID, me: CurrentUser, desk: AtDesk) -> PaymentStepOut:
    """Gives up a payment of yours that is not made yet, and says how it is: it may have been made meanwhile.

    After that an order may be paid in another way. 404 `payment_not_found`.
    """
    return await collecting.give_up(desk, payment_id, payer=me.id)


@router.get("/payments/history")
async def list_my_payments(
    me: CurrentUser, page: PageRequest, db: Reader, state: InState = None, purpose: For = None
) -> Page[PaymentOut]:
    """Your payments, the newest first."""
    return await queries.history(db, page, user_id=me.id, state=state, purpose=purpose)


@router.get("/payments/methods-offered")
async def list_offered(
    me: CurrentUser, desk: AtDesk, currency: Annotated[AccountCurrency, Query()] = "USD"
) -> OfferedOut:
    """How you can pay an amount in a currency, beside your wallet."""
    key = desk.settings.stripe_publishable_key or None
    return OfferedOut(methods=desk.providers.offered(currency), stripe_publishable_key=key)


@router.get("/payments/{payment_id:uuid}")
async def get_payment(payment_id: UUID, me: CurrentUser, db: Reader) -> PaymentDetailOut:
    """A payment of yours, with its refunds. 404 `payment_not_found`."""
    return await queries.one(db, payment_id, reader=me)


@admin.get("/payments")
async def list_payments(
    page: PageRequest,
    db: Reader,
    state: InState = None,
    purpose: For = None,
    provider: Annotated[Name | None, Query()] = None,
    user_id: Annotated[UUID | None, Query()] = None,
) -> Page[PaymentOut]:
    """Everybody's payments, the newest first."""
    return await queries.history(db, page, state=state, purpose=purpose, provider=provider, user_id=user_id)
