from typing import Any

import httpx

from ...calls import Call
from ...models.suggestions import Suggestions
from ...types import UNSET, Unset


def list_suggestions(
    *,
    q: str,
    limit: int | Unset = 8,
) -> Call[Suggestions]:
    """Suggests names and words that begin with what was typed, or are written alike.

    Sent with `Client.send`, which returns `Suggestions`.
    """

    params: dict[str, Any] = {}

    params["q"] = q

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/search/suggestions",
        "params": params,
    }

    def parse(response: httpx.Response) -> Suggestions:
        response_200 = Suggestions.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
