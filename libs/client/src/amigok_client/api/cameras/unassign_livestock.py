from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def unassign_livestock(
    camera_id: UUID,
    livestock_id: UUID,
) -> Call[None]:
    """Takes an animal off a camera. If it stands in the camera's area, it is shown all the same.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/cameras/{camera_id}/livestock/{livestock_id}".format(
            camera_id=quote(str(camera_id), safe=""),
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
