from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.camera_animals_in import CameraAnimalsIn


def assign_livestock(
    camera_id: UUID,
    *,
    body: CameraAnimalsIn,
) -> Call[None]:
    """Has a camera show these animals on its farm, too. Those that it was assigned to before stay.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/cameras/{camera_id}/assign-livestock".format(
            camera_id=quote(str(camera_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
