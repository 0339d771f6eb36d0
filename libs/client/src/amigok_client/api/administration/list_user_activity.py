from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.activity_page import ActivityPage
from ...types import UNSET, Unset


def list_user_activity(
    user_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[ActivityPage]:
    """Lists what happened to an account in the last year, newest first.

    Sent with `Client.send`, which returns `ActivityPage`.
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
        "url": "/api/v1/admin/users/{user_id}/activity-log".format(
            user_id=quote(str(user_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> ActivityPage:
        response_200 = ActivityPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
