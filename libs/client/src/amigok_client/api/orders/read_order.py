from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.order_out import OrderOut


def read_order(
    order_id: UUID,
) -> Call[OrderOut]:
    """Returns one order to its buyer, its seller or an administrator.

    Sent with `Client.send`, which returns `OrderOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/orders/{order_id}".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> OrderOut:
        response_200 = OrderOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
