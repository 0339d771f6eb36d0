from typing import Any

import httpx

from ...calls import Call
from ...models.settings_in import SettingsIn
from ...models.settings_out import SettingsOut


def change_notice_settings(
    *,
    body: SettingsIn,
) -> Call[SettingsOut]:
    """Replaces them.

    Sent with `Client.send`, which returns `SettingsOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/notifications/settings",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SettingsOut:
        response_200 = SettingsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
