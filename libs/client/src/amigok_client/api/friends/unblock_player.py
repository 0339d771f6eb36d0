from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def unblock_player(
    block_id: UUID,
) -> Call[None]:
    """Blocks a player no more.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/games/pilot-farming/friends/blocks/{block_id}".format(
            block_id=quote(str(block_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
