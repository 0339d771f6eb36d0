from typing import Any

import httpx

from ...calls import Call
from ...models.queued_page import QueuedPage
from ...types import UNSET, Unset


def list_reported_listings(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[QueuedPage]:
    """Returns the listings that users have reported or rules have flagged, newest first.

    Sent with `Client.send`, which returns `QueuedPage`.
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
        "url": "/api/v1/admin/marketplace/reports",
        "params": params,
    }

    def parse(response: httpx.Response) -> QueuedPage:
        response_200 = QueuedPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
