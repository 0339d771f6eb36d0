from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.device_credential_out import DeviceCredentialOut


def rotate_credential(
    device_id: UUID,
) -> Call[DeviceCredentialOut]:
    """Gives the device a new secret. The one before stays good for some minutes, in case this answer is lost.

    Sent with `Client.send`, which returns `DeviceCredentialOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jetson/devices/{device_id}/rotate-credential".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> DeviceCredentialOut:
        response_200 = DeviceCredentialOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
