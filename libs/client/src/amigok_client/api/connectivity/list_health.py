from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.device_health_page import DeviceHealthPage
from ...types import UNSET, Unset


def list_health(
    device_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[DeviceHealthPage]:
    """Lists how a device was in the last week, newest first: the last report of each five minutes.

    Sent with `Client.send`, which returns `DeviceHealthPage`.
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
        "url": "/api/v1/admin/jetson/devices/{device_id}/health".format(
            device_id=quote(str(device_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> DeviceHealthPage:
        response_200 = DeviceHealthPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
