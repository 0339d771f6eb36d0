from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.refund_in import RefundIn
from ...models.refund_out import RefundOut


def refund_payment(
    payment_id: UUID,
    *,
    body: RefundIn,
    idempotency_key: str | None = None,
) -> Call[RefundOut]:
    """Refunds a payment of yours to where it came from, out of your wallet.

    Sent with `Client.send`, which returns `RefundOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/payments/{payment_id}/refund".format(
            payment_id=quote(str(payment_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> RefundOut:
        response_201 = RefundOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
