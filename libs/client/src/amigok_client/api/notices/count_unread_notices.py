from typing import Any

import httpx

from ...calls import Call
from ...models.unread_out import UnreadOut


def count_unread_notices() -> Call[UnreadOut]:
    """How many of your notices are unread.

    Sent with `Client.send`, which returns `UnreadOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/notifications/unread-count",
    }

    def parse(response: httpx.Response) -> UnreadOut:
        response_200 = UnreadOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
