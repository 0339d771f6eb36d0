from typing import Any

import httpx

from ...calls import Call
from ...models.settings_out import SettingsOut


def show_notice_settings() -> Call[SettingsOut]:
    """Returns your language, time zone, quiet hours and when digests come.

    Sent with `Client.send`, which returns `SettingsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/notifications/settings",
    }

    def parse(response: httpx.Response) -> SettingsOut:
        response_200 = SettingsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
