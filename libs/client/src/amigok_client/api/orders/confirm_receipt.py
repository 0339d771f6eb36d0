from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.order_out import OrderOut


def confirm_receipt(
    order_id: UUID,
) -> Call[OrderOut]:
    """Confirms that you have what you bought: the seller is paid now. There is no complaint after that.

    Sent with `Client.send`, which returns `OrderOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/orders/{order_id}/confirm".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> OrderOut:
        response_200 = OrderOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
