from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.device_claim_out import DeviceClaimOut


def give_claim(
    device_id: UUID,
) -> Call[DeviceClaimOut]:
    """Gives a device a new claim secret, told this once. What it signs in with now is no good any more.

    Sent with `Client.send`, which returns `DeviceClaimOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/jetson/devices/{device_id}/claim".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> DeviceClaimOut:
        response_201 = DeviceClaimOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
