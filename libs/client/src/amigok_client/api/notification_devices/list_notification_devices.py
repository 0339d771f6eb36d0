from typing import Any

import httpx

from ...calls import Call
from ...models.devices_out import DevicesOut


def list_notification_devices() -> Call[DevicesOut]:
    """Your browsers and phones that get messages.

    Sent with `Client.send`, which returns `DevicesOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/notifications/devices",
    }

    def parse(response: httpx.Response) -> DevicesOut:
        response_200 = DevicesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
