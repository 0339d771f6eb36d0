import datetime
from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.feeding_tasks_out import FeedingTasksOut
from ...types import UNSET, Unset


def list_feeding_tasks(
    *,
    farm_id: UUID,
    day: datetime.date | None | Unset = UNSET,
    only_open: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[FeedingTasksOut]:
    """Lists the meals of a farm's day, by area and time.

    Sent with `Client.send`, which returns `FeedingTasksOut`.
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

    params["only_open"] = only_open

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
        "url": "/api/v1/staff/feeding-tasks",
        "params": params,
    }

    def parse(response: httpx.Response) -> FeedingTasksOut:
        response_200 = FeedingTasksOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
