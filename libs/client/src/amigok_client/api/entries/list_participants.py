from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_participants_state_type_0 import ListParticipantsStateType0
from ...models.participant_page import ParticipantPage
from ...types import UNSET, Unset


def list_participants(
    contest_id: UUID,
    *,
    state: ListParticipantsStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[ParticipantPage]:
    """Lists the entries of a contest, oldest first.

    Sent with `Client.send`, which returns `ParticipantPage`.
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
        "url": "/api/v1/admin/contests/{contest_id}/participants".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> ParticipantPage:
        response_200 = ParticipantPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
