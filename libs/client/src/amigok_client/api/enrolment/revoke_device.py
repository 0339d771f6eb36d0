from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def revoke_device(
    device_id: UUID,
) -> Call[None]:
    """Revokes a device for good; one that has never registered is removed. The serial can be enrolled anew.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/jetson/devices/{device_id}".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
