from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.forecast_out import ForecastOut
from ...models.read_forecast_days import ReadForecastDays
from ...types import UNSET, Unset


def read_forecast(
    livestock_id: UUID,
    *,
    days: ReadForecastDays | Unset = "90",
) -> Call[ForecastOut]:
    """Returns ranges of what may become of an animal, or refuses where too few like it are known.

    What was shown is kept, so that it can be told later how often the ranges held.

    Sent with `Client.send`, which returns `ForecastOut`.
    """

    params: dict[str, Any] = {}

    json_days: str | Unset = UNSET
    if not isinstance(days, Unset):
        json_days = days

    params["days"] = json_days

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/livestock/{livestock_id}/forecast".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> ForecastOut:
        response_200 = ForecastOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
