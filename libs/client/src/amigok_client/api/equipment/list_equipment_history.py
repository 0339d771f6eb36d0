from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.status_change_page import StatusChangePage
from ...types import UNSET, Unset


def list_equipment_history(
    farm_id: UUID,
    equipment_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[StatusChangePage]:
    """Lists how equipment was switched, latest first.

    Sent with `Client.send`, which returns `StatusChangePage`.
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
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/history".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> StatusChangePage:
        response_200 = StatusChangePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
