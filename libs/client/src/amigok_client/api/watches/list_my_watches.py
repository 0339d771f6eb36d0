from typing import Any

import httpx

from ...calls import Call
from ...models.watch_page import WatchPage
from ...types import UNSET, Unset


def list_my_watches(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[WatchPage]:
    """Returns the listings that you watch, newest first.

    Sent with `Client.send`, which returns `WatchPage`.
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
        "url": "/api/v1/marketplace/my-watches",
        "params": params,
    }

    def parse(response: httpx.Response) -> WatchPage:
        response_200 = WatchPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
