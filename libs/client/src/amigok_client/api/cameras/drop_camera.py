from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def drop_camera(
    camera_id: UUID,
) -> Call[None]:
    """Removes a camera of which there is nothing yet; one with recordings or detections becomes inactive.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/cameras/{camera_id}".format(
            camera_id=quote(str(camera_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
