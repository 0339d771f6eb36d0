from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_suspicions_state_type_0 import ListSuspicionsStateType0
from ...models.suspicion_page import SuspicionPage
from ...types import UNSET, Unset


def list_suspicions(
    contest_id: UUID,
    *,
    state: ListSuspicionsStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[SuspicionPage]:
    """Lists what looks as if somebody in a contest did not play fair, with what was found, newest first.

    Sent with `Client.send`, which returns `SuspicionPage`.
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
        "url": "/api/v1/admin/contests/{contest_id}/suspicions".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> SuspicionPage:
        response_200 = SuspicionPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
