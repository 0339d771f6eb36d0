from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def end_maintenance(
    device_id: UUID,
) -> Call[None]:
    """Ends a device's maintenance. If it is offline, that is told now.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/jetson/devices/{device_id}/maintenance".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
