from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.excursion_page import ExcursionPage
from ...models.list_excursions_state_type_0 import ListExcursionsStateType0
from ...types import UNSET, Unset


def list_excursions(
    farm_id: UUID,
    equipment_id: UUID,
    *,
    state: ListExcursionsStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[ExcursionPage]:
    """Lists when equipment was outside of its range, newest first.

    Sent with `Client.send`, which returns `ExcursionPage`.
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
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/excursions".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> ExcursionPage:
        response_200 = ExcursionPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
