from typing import Any

import httpx

from ...calls import Call
from ...models.preferences_in import PreferencesIn
from ...models.preferences_out import PreferencesOut


def change_notice_preferences(
    *,
    body: PreferencesIn,
) -> Call[PreferencesOut]:
    """Changes how you are told some kinds of notices; what you do not name stays.

    Sent with `Client.send`, which returns `PreferencesOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/notifications/preferences",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PreferencesOut:
        response_200 = PreferencesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
