from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.refused_page import RefusedPage
from ...types import UNSET, Unset


def list_refused_readings(
    *,
    device_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[RefusedPage]:
    """Lists what devices have sent and was not stored, newest first: the first of each batch, for two weeks.

    Sent with `Client.send`, which returns `RefusedPage`.
    """

    params: dict[str, Any] = {}

    json_device_id: None | str | Unset
    if isinstance(device_id, Unset):
        json_device_id = UNSET
    elif isinstance(device_id, UUID):
        json_device_id = str(device_id)
    else:
        json_device_id = device_id
    params["device_id"] = json_device_id

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
        "url": "/api/v1/admin/refused-readings",
        "params": params,
    }

    def parse(response: httpx.Response) -> RefusedPage:
        response_200 = RefusedPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
