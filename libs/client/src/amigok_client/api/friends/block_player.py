from typing import Any

import httpx

from ...calls import Call
from ...models.blocked_player_out import BlockedPlayerOut
from ...models.handle_in import HandleIn


def block_player(
    *,
    body: HandleIn,
) -> Call[BlockedPlayerOut]:
    """Blocks a player: you are no friends any more, and their requests do not reach you. They are not told.

    Sent with `Client.send`, which returns `BlockedPlayerOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/games/pilot-farming/friends/blocks",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> BlockedPlayerOut:
        response_201 = BlockedPlayerOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
