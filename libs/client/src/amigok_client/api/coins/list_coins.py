from typing import Any

import httpx

from ...calls import Call
from ...models.coin_entry_page import CoinEntryPage
from ...types import UNSET, Unset


def list_coins(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CoinEntryPage]:
    """Lists what you got and spent, newest first. What you have is on the dashboard.

    Sent with `Client.send`, which returns `CoinEntryPage`.
    """

    params: dict[str, Any] = {}

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
        "url": "/api/v1/games/pilot-farming/coins",
        "params": params,
    }

    def parse(response: httpx.Response) -> CoinEntryPage:
        response_200 = CoinEntryPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
