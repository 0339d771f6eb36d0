from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.difference_page import DifferencePage
from ...types import UNSET, Unset


def list_differences(
    settlement_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[DifferencePage]:
    """Lists the differences of a day's last comparison.

    Sent with `Client.send`, which returns `DifferencePage`.
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
        "url": "/api/v1/admin/payments/settlements/{settlement_id}/differences".format(
            settlement_id=quote(str(settlement_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> DifferencePage:
        response_200 = DifferencePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
