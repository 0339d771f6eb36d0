from typing import Any

import httpx

from ...calls import Call
from ...models.care_request_details_page import CareRequestDetailsPage
from ...models.list_care_requests_state_type_0 import ListCareRequestsStateType0
from ...types import UNSET, Unset


def list_care_requests(
    *,
    state: ListCareRequestsStateType0 | None | Unset = UNSET,
    mandatory: bool | None | Unset = UNSET,
    emergency: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CareRequestDetailsPage]:
    """Lists everybody's requests, newest first.

    Sent with `Client.send`, which returns `CareRequestDetailsPage`.
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

    json_mandatory: bool | None | Unset
    if isinstance(mandatory, Unset):
        json_mandatory = UNSET
    else:
        json_mandatory = mandatory
    params["mandatory"] = json_mandatory

    json_emergency: bool | None | Unset
    if isinstance(emergency, Unset):
        json_emergency = UNSET
    else:
        json_emergency = emergency
    params["emergency"] = json_emergency

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
        "url": "/api/v1/admin/care-requests",
        "params": params,
    }

    def parse(response: httpx.Response) -> CareRequestDetailsPage:
        response_200 = CareRequestDetailsPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
