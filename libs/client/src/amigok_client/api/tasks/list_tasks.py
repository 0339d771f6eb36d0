import datetime
from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_tasks_state_type_0 import ListTasksStateType0
from ...models.pilot_task_page import PilotTaskPage
from ...types import UNSET, Unset


def list_tasks(
    *,
    day: datetime.date | None | Unset = UNSET,
    state: ListTasksStateType0 | None | Unset = UNSET,
    livestock_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[PilotTaskPage]:
    """Lists your tasks, those of the latest day first.

    Sent with `Client.send`, which returns `PilotTaskPage`.
    """

    params: dict[str, Any] = {}

    json_day: None | str | Unset
    if isinstance(day, Unset):
        json_day = UNSET
    elif isinstance(day, datetime.date):
        json_day = day.isoformat()
    else:
        json_day = day
    params["day"] = json_day

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
        json_state = state
    params["state"] = json_state

    json_livestock_id: None | str | Unset
    if isinstance(livestock_id, Unset):
        json_livestock_id = UNSET
    elif isinstance(livestock_id, UUID):
        json_livestock_id = str(livestock_id)
    else:
        json_livestock_id = livestock_id
    params["livestock_id"] = json_livestock_id

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
        "url": "/api/v1/games/pilot-farming/tasks",
        "params": params,
    }

    def parse(response: httpx.Response) -> PilotTaskPage:
        response_200 = PilotTaskPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
