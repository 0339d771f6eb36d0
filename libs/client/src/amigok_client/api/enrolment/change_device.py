from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.device_change import DeviceChange
from ...models.device_details import DeviceDetails


def change_device(
    device_id: UUID,
    *,
    body: DeviceChange,
) -> Call[DeviceDetails]:
    """Replaces what a device is. If it moves to another farm, its cameras go with it.

    Sent with `Client.send`, which returns `DeviceDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/jetson/devices/{device_id}".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> DeviceDetails:
        response_200 = DeviceDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
