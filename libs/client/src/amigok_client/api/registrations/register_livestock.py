from typing import Any

import httpx

from ...calls import Call
from ...models.livestock_details import LivestockDetails
from ...models.registration_in import RegistrationIn


def register_livestock(
    *,
    body: RegistrationIn,
) -> Call[LivestockDetails]:
    """Registers an animal from outside in a farm; the platform owns it.

    Sent with `Client.send`, which returns `LivestockDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LivestockDetails:
        response_201 = LivestockDetails.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
