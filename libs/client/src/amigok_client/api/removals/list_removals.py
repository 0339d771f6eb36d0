from typing import Any

import httpx

from ...calls import Call
from ...models.list_removals_state import ListRemovalsState
from ...models.removal_page import RemovalPage
from ...types import UNSET, Unset


def list_removals(
    *,
    state: ListRemovalsState | Unset = "requested",
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[RemovalPage]:
    """Lists the removals in a state, oldest first.

    Sent with `Client.send`, which returns `RemovalPage`.
    """

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

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
        "url": "/api/v1/admin/removals",
        "params": params,
    }

    def parse(response: httpx.Response) -> RemovalPage:
        response_200 = RemovalPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
