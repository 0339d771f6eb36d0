import datetime
from typing import Any

import httpx

from ...calls import Call
from ...models.day_out import DayOut
from ...types import UNSET, Unset


def read_my_day(
    *,
    on: datetime.date | None | Unset = UNSET,
) -> Call[DayOut]:
    """Your visits of a day, in their order, with how long the ways between them take.

    Sent with `Client.send`, which returns `DayOut`.
    """

    params: dict[str, Any] = {}

    json_on: None | str | Unset
    if isinstance(on, Unset):
        json_on = UNSET
    elif isinstance(on, datetime.date):
        json_on = on.isoformat()
    else:
        json_on = on
    params["on"] = json_on

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/vet/day",
        "params": params,
    }

    def parse(response: httpx.Response) -> DayOut:
        response_200 = DayOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
