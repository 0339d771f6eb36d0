from typing import Any

import httpx

from ...calls import Call
from ...models.replace_preferences_body import ReplacePreferencesBody
from ...models.replace_preferences_response_200 import ReplacePreferencesResponse200


def replace_preferences(
    *,
    body: ReplacePreferencesBody,
) -> Call[ReplacePreferencesResponse200]:
    """Replaces my settings with this object of at most 16 KiB and 8 levels.

    Sent with `Client.send`, which returns `ReplacePreferencesResponse200`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/me/preferences",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ReplacePreferencesResponse200:
        response_200 = ReplacePreferencesResponse200.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
