from typing import Any

import httpx

from ...calls import Call
from ...models.care_request_page import CareRequestPage
from ...models.list_vet_care_requests_state_type_0 import ListVetCareRequestsStateType0
from ...types import UNSET, Unset


def list_vet_care_requests(
    *,
    state: ListVetCareRequestsStateType0 | None | Unset = UNSET,
    unassigned: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CareRequestPage]:
    """Lists the requests that are assigned to you, newest first.

    Sent with `Client.send`, which returns `CareRequestPage`.
    """

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
        json_state = state
    params["state"] = json_state

    params["unassigned"] = unassigned

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
        "url": "/api/v1/vet/care-requests",
        "params": params,
    }

    def parse(response: httpx.Response) -> CareRequestPage:
        response_200 = CareRequestPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
