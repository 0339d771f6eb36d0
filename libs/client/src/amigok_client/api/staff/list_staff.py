from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.staff_page import StaffPage
from ...types import UNSET, Unset


def list_staff(
    farm_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[StaffPage]:
    """Lists the ids of the users who work on a farm.

    Sent with `Client.send`, which returns `StaffPage`.
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
        "url": "/api/v1/admin/farms/{farm_id}/staff".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> StaffPage:
        response_200 = StaffPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
