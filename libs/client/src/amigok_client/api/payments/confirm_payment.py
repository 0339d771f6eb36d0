from typing import Any

import httpx

from ...calls import Call
from ...models.payment_confirmation_in import PaymentConfirmationIn
from ...models.payment_step_out import PaymentStepOut


def confirm_payment(
    *,
    body: PaymentConfirmationIn,
) -> Call[PaymentStepOut]:
    """Continues a payment when the payer is back from the provider, and returns its status.

    Repeating the call has no further effect.

    Sent with `Client.send`, which returns `PaymentStepOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/payments/confirm",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PaymentStepOut:
        response_200 = PaymentStepOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
