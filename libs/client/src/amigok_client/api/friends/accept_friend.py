from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.friend_out import FriendOut


def accept_friend(
    friendship_id: UUID,
) -> Call[FriendOut]:
    """Accepts a request.

    Sent with `Client.send`, which returns `FriendOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/games/pilot-farming/friends/requests/{friendship_id}/accept".format(
            friendship_id=quote(str(friendship_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> FriendOut:
        response_200 = FriendOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
