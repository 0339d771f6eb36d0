import datetime
from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_sales_class_kg import ListSalesClassKg
from ...models.list_sales_every import ListSalesEvery
from ...models.sale_page import SalePage
from ...types import UNSET, Unset


def list_sales(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    livestock_type_id: None | Unset | UUID = UNSET,
    breed_id: None | Unset | UUID = UNSET,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
    every: ListSalesEvery | Unset = "month",
    class_kg: ListSalesClassKg | Unset = "25",
    by_breed: bool | Unset = True,
) -> Call[SalePage]:
    """Lists the sales that prices come from, each with its event.

    Sent with `Client.send`, which returns `SalePage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_livestock_type_id: None | str | Unset
    if isinstance(livestock_type_id, Unset):
        json_livestock_type_id = UNSET
    elif isinstance(livestock_type_id, UUID):
        json_livestock_type_id = str(livestock_type_id)
    else:
        json_livestock_type_id = livestock_type_id
    params["livestock_type_id"] = json_livestock_type_id

    json_breed_id: None | str | Unset
    if isinstance(breed_id, Unset):
        json_breed_id = UNSET
    elif isinstance(breed_id, UUID):
        json_breed_id = str(breed_id)
    else:
        json_breed_id = breed_id
    params["breed_id"] = json_breed_id

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

    json_every: str | Unset = UNSET
    if not isinstance(every, Unset):
        json_every = every

    params["every"] = json_every

    json_class_kg: str | Unset = UNSET
    if not isinstance(class_kg, Unset):
        json_class_kg = class_kg

    params["class_kg"] = json_class_kg

    params["by_breed"] = by_breed

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/analytics/market/sales",
        "params": params,
    }

    def parse(response: httpx.Response) -> SalePage:
        response_200 = SalePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
