from typing import Any

import httpx

from ...calls import Call
from ...models.read_up_to_in import ReadUpToIn


def read_all_notices(
    *,
    body: ReadUpToIn,
) -> Call[None]:
    """Marks all notices as read up to the newest that you have seen.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/notifications/read-all",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
