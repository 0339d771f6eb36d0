from typing import Any

import httpx

from ...calls import Call
from ...models.birth_record_page import BirthRecordPage
from ...types import UNSET, Unset


def list_births(
    *,
    confirmed: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[BirthRecordPage]:
    """Lists the recorded births, newest first.

    Sent with `Client.send`, which returns `BirthRecordPage`.
    """

    params: dict[str, Any] = {}

    params["confirmed"] = confirmed

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
        "url": "/api/v1/staff/births",
        "params": params,
    }

    def parse(response: httpx.Response) -> BirthRecordPage:
        response_200 = BirthRecordPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
