from typing import Any

import httpx

from ...calls import Call
from ...models.notice_page import NoticePage
from ...types import UNSET, Unset


def list_notices(
    *,
    unread: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[NoticePage]:
    """Lists what you were told, the newest first; with `unread`, only what you have not read.

    Sent with `Client.send`, which returns `NoticePage`.
    """

    params: dict[str, Any] = {}

    params["unread"] = unread

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
        "url": "/api/v1/notifications",
        "params": params,
    }

    def parse(response: httpx.Response) -> NoticePage:
        response_200 = NoticePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
