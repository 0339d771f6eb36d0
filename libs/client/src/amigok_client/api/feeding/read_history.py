import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.feeding_history_out import FeedingHistoryOut
from ...types import UNSET, Unset


def read_history(
    livestock_id: UUID,
    *,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[FeedingHistoryOut]:
    """Lists what an animal ate, with costs and feed conversion, for the farm's people and for owners of their time.

    Sent with `Client.send`, which returns `FeedingHistoryOut`.
    """

    params: dict[str, Any] = {}

    json_since: None | str | Unset
    if isinstance(since, Unset):
        json_since = UNSET
    elif isinstance(since, datetime.datetime):
        json_since = since.isoformat()
    else:
        json_since = since
    params["since"] = json_since

    json_until: None | str | Unset
    if isinstance(until, Unset):
        json_until = UNSET
    elif isinstance(until, datetime.datetime):
        json_until = until.isoformat()
    else:
        json_until = until
    params["until"] = json_until

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
        "url": "/api/v1/livestock/{livestock_id}/feeding-history".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> FeedingHistoryOut:
        response_200 = FeedingHistoryOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
