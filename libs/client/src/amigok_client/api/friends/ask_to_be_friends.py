from typing import Any

import httpx

from ...calls import Call
from ...models.friend_request_out import FriendRequestOut
from ...models.handle_in import HandleIn


def ask_to_be_friends(
    *,
    body: HandleIn,
) -> Call[FriendRequestOut]:
    """Asks a player to be friends. If they have asked you, you are friends now.

    Sent with `Client.send`, which returns `FriendRequestOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/games/pilot-farming/friends/requests",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> FriendRequestOut:
        response_201 = FriendRequestOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
