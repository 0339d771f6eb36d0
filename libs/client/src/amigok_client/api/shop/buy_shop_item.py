from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.coin_price_in import CoinPriceIn
from ...models.purchase_out import PurchaseOut


def buy_shop_item(
    item_id: UUID,
    *,
    body: CoinPriceIn,
    idempotency_key: str | None = None,
) -> Call[PurchaseOut]:
    """Buys an item for coins, at the price that you have seen. A boost counts from your next day on.

    Sent with `Client.send`, which returns `PurchaseOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/games/pilot-farming/shop/{item_id}/buy".format(
            item_id=quote(str(item_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PurchaseOut:
        response_201 = PurchaseOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
