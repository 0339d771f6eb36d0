from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.heartbeat_out import HeartbeatOut


def send_heartbeat(
    device_id: UUID,
) -> Call[HeartbeatOut]:
    """Says that the device is there. The answer has what it needs to know.

    Sent with `Client.send`, which returns `HeartbeatOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jetson/devices/{device_id}/heartbeat".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> HeartbeatOut:
        response_200 = HeartbeatOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
