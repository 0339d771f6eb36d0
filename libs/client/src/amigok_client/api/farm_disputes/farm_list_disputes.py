from typing import Any

import httpx

from ...calls import Call
from ...models.farm_dispute_page import FarmDisputePage
from ...models.farm_list_disputes_state import FarmListDisputesState
from ...types import UNSET, Unset


def farm_list_disputes(
    *,
    state: FarmListDisputesState | Unset = "undecided",
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[FarmDisputePage]:
    """Lists disputes of payments for animals, oldest first. People have to decide `undecided` and `owed` ones.

    Sent with `Client.send`, which returns `FarmDisputePage`.
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
        "url": "/api/v1/admin/livestock-disputes",
        "params": params,
    }

    def parse(response: httpx.Response) -> FarmDisputePage:
        response_200 = FarmDisputePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
