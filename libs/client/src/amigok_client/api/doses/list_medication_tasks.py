import datetime
from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.task_page import TaskPage
from ...types import UNSET, Unset


def list_medication_tasks(
    *,
    farm_id: UUID,
    day: datetime.date | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[TaskPage]:
    """Lists the doses of a day for the animals at a farm, by time.

    Sent with `Client.send`, which returns `TaskPage`.
    """

    params: dict[str, Any] = {}

    json_farm_id = str(farm_id)
    params["farm_id"] = json_farm_id

    json_day: None | str | Unset
    if isinstance(day, Unset):
        json_day = UNSET
    elif isinstance(day, datetime.date):
        json_day = day.isoformat()
    else:
        json_day = day
    params["day"] = json_day

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
        "url": "/api/v1/staff/medication-tasks",
        "params": params,
    }

    def parse(response: httpx.Response) -> TaskPage:
        response_200 = TaskPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
