from typing import Any

import httpx

from ...calls import Call
from ...models.blocked_player_page import BlockedPlayerPage
from ...types import UNSET, Unset


def list_blocked_players(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[BlockedPlayerPage]:
    """Lists the players whom you have blocked.

    Sent with `Client.send`, which returns `BlockedPlayerPage`.
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
        "url": "/api/v1/games/pilot-farming/friends/blocks",
        "params": params,
    }

    def parse(response: httpx.Response) -> BlockedPlayerPage:
        response_200 = BlockedPlayerPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
