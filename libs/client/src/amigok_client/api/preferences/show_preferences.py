from typing import Any

import httpx

from ...calls import Call
from ...models.show_preferences_response_200 import ShowPreferencesResponse200


def show_preferences() -> Call[ShowPreferencesResponse200]:
    """Returns my settings of the dashboard.

    Sent with `Client.send`, which returns `ShowPreferencesResponse200`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/me/preferences",
    }

    def parse(response: httpx.Response) -> ShowPreferencesResponse200:
        response_200 = ShowPreferencesResponse200.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
