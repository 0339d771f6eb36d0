from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.camera_details import CameraDetails


def read_camera(
    camera_id: UUID,
) -> Call[CameraDetails]:
    """Returns one camera.

    Sent with `Client.send`, which returns `CameraDetails`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/cameras/{camera_id}".format(
            camera_id=quote(str(camera_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CameraDetails:
        response_200 = CameraDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
