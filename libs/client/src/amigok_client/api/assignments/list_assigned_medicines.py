from typing import Any

import httpx

from ...calls import Call
from ...models.assigned_medicine_page import AssignedMedicinePage
from ...types import UNSET, Unset


def list_assigned_medicines(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[AssignedMedicinePage]:
    """Lists the medicines that administrators have assigned to your animals and that were not given yet.

    Sent with `Client.send`, which returns `AssignedMedicinePage`.
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
        "url": "/api/v1/my-dashboard/assigned-medicines",
        "params": params,
    }

    def parse(response: httpx.Response) -> AssignedMedicinePage:
        response_200 = AssignedMedicinePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
