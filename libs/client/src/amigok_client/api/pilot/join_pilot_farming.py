from typing import Any

import httpx

from ...calls import Call
from ...models.join_in import JoinIn
from ...models.player_out import PlayerOut


def join_pilot_farming(
    *,
    body: JoinIn,
) -> Call[PlayerOut]:
    """Joins pilot farming. If you play already, it answers how you play and changes nothing.

    Sent with `Client.send`, which returns `PlayerOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/games/pilot-farming/player",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PlayerOut:
        response_200 = PlayerOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
