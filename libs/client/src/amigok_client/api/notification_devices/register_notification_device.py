from typing import Any

import httpx

from ...calls import Call
from ...models.notification_device_in import NotificationDeviceIn
from ...models.notification_device_out import NotificationDeviceOut


def register_notification_device(
    *,
    body: NotificationDeviceIn,
) -> Call[NotificationDeviceOut]:
    """Has messages sent to this browser or phone. Send it again with each start of the app, and after signing in.

    Sent with `Client.send`, which returns `NotificationDeviceOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/notifications/devices",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> NotificationDeviceOut:
        response_201 = NotificationDeviceOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
