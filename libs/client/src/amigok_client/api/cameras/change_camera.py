from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.camera_change import CameraChange
from ...models.camera_details import CameraDetails


def change_camera(
    camera_id: UUID,
    *,
    body: CameraChange,
) -> Call[CameraDetails]:
    """Replaces what a camera is. Whoever watches an area that it no longer shows is out.

    Sent with `Client.send`, which returns `CameraDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/cameras/{camera_id}".format(
            camera_id=quote(str(camera_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CameraDetails:
        response_200 = CameraDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
