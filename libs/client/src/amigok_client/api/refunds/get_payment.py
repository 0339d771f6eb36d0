from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.payment_detail_out import PaymentDetailOut


def get_payment(
    payment_id: UUID,
) -> Call[PaymentDetailOut]:
    """Returns a payment of yours with its refunds.

    Sent with `Client.send`, which returns `PaymentDetailOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/payments/{payment_id}".format(
            payment_id=quote(str(payment_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> PaymentDetailOut:
        response_200 = PaymentDetailOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
