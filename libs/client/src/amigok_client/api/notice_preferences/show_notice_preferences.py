from typing import Any

import httpx

from ...calls import Call
from ...models.preferences_out import PreferencesOut


def show_notice_preferences() -> Call[PreferencesOut]:
    """Returns how you are told each kind of notice.

    Sent with `Client.send`, which returns `PreferencesOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/notifications/preferences",
    }

    def parse(response: httpx.Response) -> PreferencesOut:
        response_200 = PreferencesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
