from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.lot_page import LotPage
from ...types import UNSET, Unset


def list_lots(
    *,
    farm_id: UUID,
    ingredient: None | str | Unset = UNSET,
    in_stock: bool | Unset = True,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[LotPage]:
    """Lists the lots of a farm, those that expire first first.

    Sent with `Client.send`, which returns `LotPage`.
    """

    params: dict[str, Any] = {}

    json_farm_id = str(farm_id)
    params["farm_id"] = json_farm_id

    json_ingredient: None | str | Unset
    if isinstance(ingredient, Unset):
        json_ingredient = UNSET
    else:
        json_ingredient = ingredient
    params["ingredient"] = json_ingredient

    params["in_stock"] = in_stock

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/staff/feed-lots",
        "params": params,
    }

    def parse(response: httpx.Response) -> LotPage:
        response_200 = LotPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
