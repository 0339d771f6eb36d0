from typing import Any

import httpx

from ...calls import Call
from ...models.order_payment_in import OrderPaymentIn
from ...models.payment_deposit_in import PaymentDepositIn
from ...models.payment_step_out import PaymentStepOut


def create_payment(
    *,
    body: OrderPaymentIn | PaymentDepositIn,
    idempotency_key: str | None = None,
) -> Call[PaymentStepOut]:
    """Creates a payment. 202 means that the provider has not answered yet: check again, you are not charged twice.

    A saved card is charged only if the wallet's policy for exits allows it. Otherwise the payment is cancelled with the
    reason.

    Sent with `Client.send`, which returns `PaymentStepOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/payments/create",
    }

    if isinstance(body, PaymentDepositIn):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PaymentStepOut:
        if response.status_code == 201:
            response_201 = PaymentStepOut.from_dict(response.json())

            return response_201

        response_202 = PaymentStepOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
