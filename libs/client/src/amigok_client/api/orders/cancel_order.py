from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.order_out import OrderOut


def cancel_order(
    order_id: UUID,
) -> Call[OrderOut]:
    """Cancels your order, as long as its price is not held.

    Sent with `Client.send`, which returns `OrderOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/orders/{order_id}/cancel".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> OrderOut:
        response_200 = OrderOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
