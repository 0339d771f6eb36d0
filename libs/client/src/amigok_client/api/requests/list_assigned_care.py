from typing import Any

import httpx

from ...calls import Call
from ...models.care_request_page import CareRequestPage
from ...types import UNSET, Unset


def list_assigned_care(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CareRequestPage]:
    """Lists what administrators, farm people and plans have asked for your animals, and is not done yet.

    Sent with `Client.send`, which returns `CareRequestPage`.
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
        "url": "/api/v1/my-dashboard/assigned-care",
        "params": params,
    }

    def parse(response: httpx.Response) -> CareRequestPage:
        response_200 = CareRequestPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
