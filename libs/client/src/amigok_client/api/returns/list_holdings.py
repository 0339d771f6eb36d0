import datetime
from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.holding_page import HoldingPage
from ...models.list_holdings_into_type_0 import ListHoldingsIntoType0
from ...models.list_holdings_scope import ListHoldingsScope
from ...types import UNSET, Unset


def list_holdings(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    scope: ListHoldingsScope | Unset = "mine",
    farm_id: None | Unset | UUID = UNSET,
    livestock_id: list[UUID] | Unset = UNSET,
    time_zone: str | Unset = "UTC",
    into: ListHoldingsIntoType0 | None | Unset = UNSET,
    rate: list[str] | Unset = UNSET,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
) -> Call[HoldingPage]:
    """Lists the animals behind what is not realised, each with its cost, its value and the event that says so.

    Sent with `Client.send`, which returns `HoldingPage`.
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

    params["time_zone"] = time_zone

    json_into: None | str | Unset
    if isinstance(into, Unset):
        json_into = UNSET
    elif isinstance(into, str):
        json_into = into
    else:
        json_into = into
    params["into"] = json_into

    json_rate: list[str] | Unset = UNSET
    if not isinstance(rate, Unset):
        json_rate = rate

    params["rate"] = json_rate

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

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/financial/holdings",
        "params": params,
    }

    def parse(response: httpx.Response) -> HoldingPage:
        response_200 = HoldingPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
