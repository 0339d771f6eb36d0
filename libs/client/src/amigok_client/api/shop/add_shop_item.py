from typing import Any

import httpx

from ...calls import Call
from ...models.shop_item_in import ShopItemIn
from ...models.shop_item_out import ShopItemOut


def add_shop_item(
    *,
    body: ShopItemIn,
) -> Call[ShopItemOut]:
    """Adds an item to the shop.

    Sent with `Client.send`, which returns `ShopItemOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/pilot-farming/shop-items",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ShopItemOut:
        response_201 = ShopItemOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
