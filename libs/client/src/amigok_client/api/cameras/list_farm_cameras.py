from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.camera_page import CameraPage
from ...types import UNSET, Unset


def list_farm_cameras(
    farm_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CameraPage]:
    """Lists the active cameras of a farm, newest first.

    Sent with `Client.send`, which returns `CameraPage`.
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
        "url": "/api/v1/staff/farms/{farm_id}/cameras".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> CameraPage:
        response_200 = CameraPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
