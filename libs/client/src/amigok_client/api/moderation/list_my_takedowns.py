from typing import Any

import httpx

from ...calls import Call
from ...models.takedown_page import TakedownPage
from ...types import UNSET, Unset


def list_my_takedowns(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[TakedownPage]:
    """Returns your listings that were taken down, newest first.

    Sent with `Client.send`, which returns `TakedownPage`.
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
        "url": "/api/v1/marketplace/my-takedowns",
        "params": params,
    }

    def parse(response: httpx.Response) -> TakedownPage:
        response_200 = TakedownPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
