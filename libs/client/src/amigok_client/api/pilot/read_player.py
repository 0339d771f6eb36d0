from typing import Any

import httpx

from ...calls import Call
from ...models.player_out import PlayerOut


def read_player() -> Call[PlayerOut]:
    """Returns how you play.

    Sent with `Client.send`, which returns `PlayerOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/games/pilot-farming/player",
    }

    def parse(response: httpx.Response) -> PlayerOut:
        response_200 = PlayerOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
