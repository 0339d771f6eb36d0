from typing import Any

import httpx

from ...calls import Call
from ...models.contest_page import ContestPage
from ...models.list_all_contests_state_type_0 import ListAllContestsStateType0
from ...models.list_all_contests_type_type_0 import ListAllContestsTypeType0
from ...types import UNSET, Unset


def list_all_contests(
    *,
    state: ListAllContestsStateType0 | None | Unset = UNSET,
    type_: ListAllContestsTypeType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[ContestPage]:
    """Lists the contests with drafts, newest first.

    Sent with `Client.send`, which returns `ContestPage`.
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

    json_type_: None | str | Unset
    if isinstance(type_, Unset):
        json_type_ = UNSET
    elif isinstance(type_, str):
        json_type_ = type_
    else:
        json_type_ = type_
    params["type"] = json_type_

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
        "url": "/api/v1/admin/contests",
        "params": params,
    }

    def parse(response: httpx.Response) -> ContestPage:
        response_200 = ContestPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
