from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def decline_friend(
    friendship_id: UUID,
) -> Call[None]:
    """Declines a request. Whoever has asked is not told.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/games/pilot-farming/friends/requests/{friendship_id}/decline".format(
            friendship_id=quote(str(friendship_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
