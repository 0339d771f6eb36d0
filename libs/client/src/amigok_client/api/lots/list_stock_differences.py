from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.stock_difference_page import StockDifferencePage
from ...types import UNSET, Unset


def list_stock_differences(
    *,
    farm_id: UUID,
    explained: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[StockDifferencePage]:
    """Lists what a farm fed that was not in stock, newest first.

    Sent with `Client.send`, which returns `StockDifferencePage`.
    """

    params: dict[str, Any] = {}

    json_farm_id = str(farm_id)
    params["farm_id"] = json_farm_id

    json_explained: bool | None | Unset
    if isinstance(explained, Unset):
        json_explained = UNSET
    else:
        json_explained = explained
    params["explained"] = json_explained

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
        "url": "/api/v1/staff/feed-differences",
        "params": params,
    }

    def parse(response: httpx.Response) -> StockDifferencePage:
        response_200 = StockDifferencePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
