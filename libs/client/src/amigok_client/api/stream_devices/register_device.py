from typing import Any

import httpx

from ...calls import Call
from ...models.device_credential_out import DeviceCredentialOut
from ...models.device_registration_in import DeviceRegistrationIn


def register_device(
    *,
    body: DeviceRegistrationIn,
) -> Call[DeviceCredentialOut]:
    """Registers an enrolled device with its claim secret and its own key. The answer has its secret, told this once.

    A device that has lost the answer repeats the request with the same key until it has signed in for the first time.

    Sent with `Client.send`, which returns `DeviceCredentialOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jetson/devices/register",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> DeviceCredentialOut:
        response_201 = DeviceCredentialOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, False)
