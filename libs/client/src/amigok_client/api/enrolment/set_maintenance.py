from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.device_details import DeviceDetails
from ...models.maintenance_in import MaintenanceIn


def set_maintenance(
    device_id: UUID,
    *,
    body: MaintenanceIn,
) -> Call[DeviceDetails]:
    """Sets from when until when nothing is said of a device's silence.

    Sent with `Client.send`, which returns `DeviceDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/jetson/devices/{device_id}/maintenance".format(
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
