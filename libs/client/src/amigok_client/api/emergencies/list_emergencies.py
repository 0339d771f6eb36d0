from typing import Any

import httpx

from ...calls import Call
from ...models.emergency_page import EmergencyPage
from ...models.list_emergencies_state import ListEmergenciesState
from ...types import UNSET, Unset


def list_emergencies(
    *,
    state: ListEmergenciesState | Unset = "unanswered",
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[EmergencyPage]:
    """Lists the emergencies in a state, oldest first. Assign a veterinarian to one that is unanswered.

    Sent with `Client.send`, which returns `EmergencyPage`.
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
        "url": "/api/v1/admin/emergencies",
        "params": params,
    }

    def parse(response: httpx.Response) -> EmergencyPage:
        response_200 = EmergencyPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
