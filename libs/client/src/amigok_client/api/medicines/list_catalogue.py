from typing import Any

import httpx

from ...calls import Call
from ...models.medicine_page import MedicinePage
from ...types import UNSET, Unset


def list_catalogue(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[MedicinePage]:
    """Lists the medicines that may be prescribed and given.

    Sent with `Client.send`, which returns `MedicinePage`.
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
        "url": "/api/v1/staff/medicines",
        "params": params,
    }

    def parse(response: httpx.Response) -> MedicinePage:
        response_200 = MedicinePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
