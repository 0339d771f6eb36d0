import datetime
from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.performance_out import PerformanceOut
from ...models.read_performance_scope import ReadPerformanceScope
from ...types import UNSET, Unset


def read_performance(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    scope: ReadPerformanceScope | Unset = "mine",
    farm_id: None | Unset | UUID = UNSET,
    livestock_id: list[UUID] | Unset = UNSET,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
    within_farm: bool | Unset = False,
) -> Call[PerformanceOut]:
    """Returns how animals did: gain, feed conversion, health and mortality beside their cohorts.

    Sent with `Client.send`, which returns `PerformanceOut`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_scope: str | Unset = UNSET
    if not isinstance(scope, Unset):
        json_scope = scope

    params["scope"] = json_scope

    json_farm_id: None | str | Unset
    if isinstance(farm_id, Unset):
        json_farm_id = UNSET
    elif isinstance(farm_id, UUID):
        json_farm_id = str(farm_id)
    else:
        json_farm_id = farm_id
    params["farm_id"] = json_farm_id

    json_livestock_id: list[str] | Unset = UNSET
    if not isinstance(livestock_id, Unset):
        json_livestock_id = []
        for livestock_id_item_data in livestock_id:
            livestock_id_item = str(livestock_id_item_data)
            json_livestock_id.append(livestock_id_item)

    params["livestock_id"] = json_livestock_id

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

    params["within_farm"] = within_farm

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/livestock/performance",
        "params": params,
    }

    def parse(response: httpx.Response) -> PerformanceOut:
        response_200 = PerformanceOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
