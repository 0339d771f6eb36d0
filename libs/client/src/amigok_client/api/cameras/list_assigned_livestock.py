from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.camera_animal_page import CameraAnimalPage
from ...types import UNSET, Unset


def list_assigned_livestock(
    camera_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CameraAnimalPage]:
    """Lists the animals that a camera was assigned to by hand.

    Sent with `Client.send`, which returns `CameraAnimalPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/cameras/{camera_id}/livestock".format(
            camera_id=quote(str(camera_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> CameraAnimalPage:
        response_200 = CameraAnimalPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
