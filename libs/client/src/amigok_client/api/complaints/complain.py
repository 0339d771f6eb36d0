from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.complaint_in import ComplaintIn
from ...models.complaint_out import ComplaintOut


def complain(
    order_id: UUID,
    *,
    body: ComplaintIn,
) -> Call[ComplaintOut]:
    """Complains about what you have bought while its price is in escrow. The seller is not paid until it is decided.

    Sent with `Client.send`, which returns `ComplaintOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/orders/{order_id}/complaint".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ComplaintOut:
        response_201 = ComplaintOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
