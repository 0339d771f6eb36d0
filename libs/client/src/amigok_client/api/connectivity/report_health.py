from typing import Any

import httpx

from ...calls import Call
from ...models.device_health_in import DeviceHealthIn
from ...models.device_health_taken import DeviceHealthTaken


def report_health(
    *,
    body: DeviceHealthIn,
) -> Call[DeviceHealthTaken]:
    """Says how the device and its cameras are. It counts as a heartbeat.

    Sent with `Client.send`, which returns `DeviceHealthTaken`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jetson/health-status",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> DeviceHealthTaken:
        response_200 = DeviceHealthTaken.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
