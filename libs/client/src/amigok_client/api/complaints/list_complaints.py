from typing import Any

import httpx

from ...calls import Call
from ...models.complaint_page import ComplaintPage
from ...models.list_complaints_state import ListComplaintsState
from ...types import UNSET, Unset


def list_complaints(
    *,
    state: ListComplaintsState | Unset = "open",
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[ComplaintPage]:
    """Returns complaints, newest first: those that wait for a decision are `open`.

    Sent with `Client.send`, which returns `ComplaintPage`.
    """

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

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
        "url": "/api/v1/admin/marketplace/complaints",
        "params": params,
    }

    def parse(response: httpx.Response) -> ComplaintPage:
        response_200 = ComplaintPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
