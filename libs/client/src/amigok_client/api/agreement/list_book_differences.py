from typing import Any

import httpx

from ...calls import Call
from ...models.book_difference_page import BookDifferencePage
from ...types import UNSET, Unset


def list_book_differences(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[BookDifferencePage]:
    """Lists where the facts differ from what services state of their books.

    Sent with `Client.send`, which returns `BookDifferencePage`.
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
        "url": "/api/v1/admin/analytics/differences",
        "params": params,
    }

    def parse(response: httpx.Response) -> BookDifferencePage:
        response_200 = BookDifferencePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
