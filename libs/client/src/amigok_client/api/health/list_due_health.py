from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.due_page import DuePage
from ...types import UNSET, Unset


def list_due_health(
    *,
    days: int | Unset = 30,
    farm_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[DuePage]:
    """Lists the animals that are due for a check-up or vaccination, overdue ones first.

    Sent with `Client.send`, which returns `DuePage`.
    """

    params: dict[str, Any] = {}

    params["days"] = days

    json_farm_id: None | str | Unset
    if isinstance(farm_id, Unset):
        json_farm_id = UNSET
    elif isinstance(farm_id, UUID):
        json_farm_id = str(farm_id)
    else:
        json_farm_id = farm_id
    params["farm_id"] = json_farm_id

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
        "url": "/api/v1/staff/health/due",
        "params": params,
    }

    def parse(response: httpx.Response) -> DuePage:
        response_200 = DuePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
