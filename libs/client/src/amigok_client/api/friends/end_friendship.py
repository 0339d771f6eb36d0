from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def end_friendship(
    friendship_id: UUID,
) -> Call[None]:
    """Ends a friendship, or takes back your request.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/games/pilot-farming/friends/{friendship_id}".format(
            friendship_id=quote(str(friendship_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
