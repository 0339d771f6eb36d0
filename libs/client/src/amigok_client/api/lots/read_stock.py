from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.stocks_out import StocksOut
from ...types import UNSET


def read_stock(
    *,
    farm_id: UUID,
) -> Call[StocksOut]:
    """Shows what a farm has of each ingredient, and how long that lasts.

    Sent with `Client.send`, which returns `StocksOut`.
    """

    params: dict[str, Any] = {}

    json_farm_id = str(farm_id)
    params["farm_id"] = json_farm_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/staff/feed-stock",
        "params": params,
    }

    def parse(response: httpx.Response) -> StocksOut:
        response_200 = StocksOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
