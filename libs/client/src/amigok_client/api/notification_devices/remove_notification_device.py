from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def remove_notification_device(
    device_id: UUID,
) -> Call[None]:
    """Has no more messages sent to it: for example when signing out.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/notifications/devices/{device_id}".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
