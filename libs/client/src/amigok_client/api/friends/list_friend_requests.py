from typing import Any

import httpx

from ...calls import Call
from ...models.friend_request_page import FriendRequestPage
from ...types import UNSET, Unset


def list_friend_requests(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[FriendRequestPage]:
    """Lists the requests that wait for an answer: yours, and those of others to you.

    Sent with `Client.send`, which returns `FriendRequestPage`.
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
        "url": "/api/v1/games/pilot-farming/friends/requests",
        "params": params,
    }

    def parse(response: httpx.Response) -> FriendRequestPage:
        response_200 = FriendRequestPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
