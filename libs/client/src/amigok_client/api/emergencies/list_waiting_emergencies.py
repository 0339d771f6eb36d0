from typing import Any

import httpx

from ...calls import Call
from ...models.emergency_page import EmergencyPage
from ...types import UNSET, Unset


def list_waiting_emergencies(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[EmergencyPage]:
    """Lists the emergencies that nobody has taken over, oldest first. You may take one that others are asked for.

    Sent with `Client.send`, which returns `EmergencyPage`.
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
        "url": "/api/v1/vet/emergencies",
        "params": params,
    }

    def parse(response: httpx.Response) -> EmergencyPage:
        response_200 = EmergencyPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
