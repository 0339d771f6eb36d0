from typing import Any

import httpx

from ...calls import Call
from ...models.saved_search_page import SavedSearchPage
from ...types import UNSET, Unset


def list_saved_searches(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[SavedSearchPage]:
    """Returns your saved searches, newest first.

    Sent with `Client.send`, which returns `SavedSearchPage`.
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
        "url": "/api/v1/marketplace/saved-searches",
        "params": params,
    }

    def parse(response: httpx.Response) -> SavedSearchPage:
        response_200 = SavedSearchPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
