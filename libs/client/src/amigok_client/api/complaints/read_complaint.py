from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.complaint_out import ComplaintOut


def read_complaint(
    order_id: UUID,
) -> Call[ComplaintOut]:
    """Returns the newest complaint about an order to its buyer, its seller or an administrator.

    Sent with `Client.send`, which returns `ComplaintOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/orders/{order_id}/complaint".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ComplaintOut:
        response_200 = ComplaintOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
