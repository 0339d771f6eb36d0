from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.buy_in import BuyIn
from ...models.order_out import OrderOut


def buy_order(
    livestock_id: UUID,
    *,
    body: BuyIn,
    idempotency_key: str | None = None,
) -> Call[OrderOut]:
    """Places an order; follow it at `GET /api/v1/marketplace/orders/{id}` until it is completed or cancelled.

    When you pay from the wallet, the animal is reserved as soon as the price is held. With `pay_with` `payment` it is
    reserved until `pay_by`: make the payment at `POST /api/v1/payments/create`.

    Sent with `Client.send`, which returns `OrderOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/livestock/{livestock_id}/buy".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> OrderOut:
        response_202 = OrderOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
