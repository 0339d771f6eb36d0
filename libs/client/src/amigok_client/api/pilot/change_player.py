from typing import Any

import httpx

from ...calls import Call
from ...models.player_change import PlayerChange
from ...models.player_out import PlayerOut


def change_player(
    *,
    body: PlayerChange,
) -> Call[PlayerOut]:
    """Changes how you play. Another time zone counts from the end of your day on.

    Sent with `Client.send`, which returns `PlayerOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/games/pilot-farming/player",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PlayerOut:
        response_200 = PlayerOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
