from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.complaint_out import ComplaintOut


def withdraw_complaint(
    order_id: UUID,
) -> Call[ComplaintOut]:
    """Withdraws your complaint: the escrow goes on. You cannot complain about the order again.

    Sent with `Client.send`, which returns `ComplaintOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/orders/{order_id}/complaint/withdraw".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ComplaintOut:
        response_200 = ComplaintOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
