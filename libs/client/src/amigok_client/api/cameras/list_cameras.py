from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.camera_details_page import CameraDetailsPage
from ...types import UNSET, Unset


def list_cameras(
    *,
    farm_id: None | Unset | UUID = UNSET,
    device_id: None | Unset | UUID = UNSET,
    is_active: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CameraDetailsPage]:
    """Lists cameras, newest first.

    Sent with `Client.send`, which returns `CameraDetailsPage`.
    """

    params: dict[str, Any] = {}

    json_farm_id: None | str | Unset
    if isinstance(farm_id, Unset):
        json_farm_id = UNSET
    elif isinstance(farm_id, UUID):
        json_farm_id = str(farm_id)
    else:
        json_farm_id = farm_id
    params["farm_id"] = json_farm_id

    json_device_id: None | str | Unset
    if isinstance(device_id, Unset):
        json_device_id = UNSET
    elif isinstance(device_id, UUID):
        json_device_id = str(device_id)
    else:
        json_device_id = device_id
    params["device_id"] = json_device_id

    json_is_active: bool | None | Unset
    if isinstance(is_active, Unset):
        json_is_active = UNSET
    else:
        json_is_active = is_active
    params["is_active"] = json_is_active

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
        "url": "/api/v1/admin/cameras",
        "params": params,
    }

    def parse(response: httpx.Response) -> CameraDetailsPage:
        response_200 = CameraDetailsPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
