from typing import Any

import httpx

from ...calls import Call
from ...models.camera_details import CameraDetails
from ...models.camera_in import CameraIn


def add_camera(
    *,
    body: CameraIn,
) -> Call[CameraDetails]:
    """Adds a camera to a device.

    Sent with `Client.send`, which returns `CameraDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/cameras",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CameraDetails:
        response_201 = CameraDetails.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
