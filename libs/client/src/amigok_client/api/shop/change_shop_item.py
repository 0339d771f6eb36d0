from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.shop_item_change import ShopItemChange
from ...models.shop_item_out import ShopItemOut


def change_shop_item(
    item_id: UUID,
    *,
    body: ShopItemChange,
) -> Call[ShopItemOut]:
    """Changes an item of the shop. Whoever has bought it keeps what they have.

    Sent with `Client.send`, which returns `ShopItemOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/pilot-farming/shop-items/{item_id}".format(
            item_id=quote(str(item_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ShopItemOut:
        response_200 = ShopItemOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
