from typing import Any

import httpx

from ...calls import Call
from ...models.saved_search_in import SavedSearchIn
from ...models.saved_search_out import SavedSearchOut


def save_search(
    *,
    body: SavedSearchIn,
) -> Call[SavedSearchOut]:
    """Saves a search: you are told of what comes up.

    Sent with `Client.send`, which returns `SavedSearchOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/saved-searches",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SavedSearchOut:
        response_201 = SavedSearchOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
