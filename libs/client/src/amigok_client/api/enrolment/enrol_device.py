from typing import Any

import httpx

from ...calls import Call
from ...models.device_claim_out import DeviceClaimOut
from ...models.stream_device_in import StreamDeviceIn


def enrol_device(
    *,
    body: StreamDeviceIn,
) -> Call[DeviceClaimOut]:
    """Enrols a device. The answer has the claim secret with which it registers, told this once.

    Sent with `Client.send`, which returns `DeviceClaimOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/jetson/devices",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> DeviceClaimOut:
        response_201 = DeviceClaimOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
