from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.device_details import DeviceDetails


def read_device(
    device_id: UUID,
) -> Call[DeviceDetails]:
    """Returns one device.

    Sent with `Client.send`, which returns `DeviceDetails`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/jetson/devices/{device_id}".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> DeviceDetails:
        response_200 = DeviceDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
