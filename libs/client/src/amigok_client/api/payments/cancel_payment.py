from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.payment_step_out import PaymentStepOut


def cancel_payment(
    payment_id: UUID,
) -> Call[PaymentStepOut]:
    """Cancels a payment of yours that is not paid yet, and returns its status: it may have been paid meanwhile.

    After that you can pay the order in another way.

    Sent with `Client.send`, which returns `PaymentStepOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/payments/{payment_id}/cancel".format(
            payment_id=quote(str(payment_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> PaymentStepOut:
        response_200 = PaymentStepOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
