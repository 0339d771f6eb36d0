from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.device_details_page import DeviceDetailsPage
from ...types import UNSET, Unset


def list_devices(
    *,
    farm_id: None | Unset | UUID = UNSET,
    online: bool | None | Unset = UNSET,
    revoked: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[DeviceDetailsPage]:
    """Lists devices, newest first.

    Sent with `Client.send`, which returns `DeviceDetailsPage`.
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

    json_online: bool | None | Unset
    if isinstance(online, Unset):
        json_online = UNSET
    else:
        json_online = online
    params["online"] = json_online

    json_revoked: bool | None | Unset
    if isinstance(revoked, Unset):
        json_revoked = UNSET
    else:
        json_revoked = revoked
    params["revoked"] = json_revoked

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
        "url": "/api/v1/admin/jetson/devices",
        "params": params,
    }

    def parse(response: httpx.Response) -> DeviceDetailsPage:
        response_200 = DeviceDetailsPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
