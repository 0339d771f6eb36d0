import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.chart_out import ChartOut
from ...models.read_chart_resolution import ReadChartResolution
from ...types import UNSET, Unset


def read_chart(
    sensor_id: UUID,
    *,
    from_: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
    resolution: ReadChartResolution | Unset = "auto",
) -> Call[ChartOut]:
    """Returns what a sensor measured: readings, or minimum, maximum and mean of hours or days.

    For staff of its farm; owners see the air of the area in which their animal is, from when on it is theirs.

    Sent with `Client.send`, which returns `ChartOut`.
    """

    params: dict[str, Any] = {}

    json_from_: None | str | Unset
    if isinstance(from_, Unset):
        json_from_ = UNSET
    elif isinstance(from_, datetime.datetime):
        json_from_ = from_.isoformat()
    else:
        json_from_ = from_
    params["from"] = json_from_

    json_until: None | str | Unset
    if isinstance(until, Unset):
        json_until = UNSET
    elif isinstance(until, datetime.datetime):
        json_until = until.isoformat()
    else:
        json_until = until
    params["until"] = json_until

    json_resolution: str | Unset = UNSET
    if not isinstance(resolution, Unset):
        json_resolution = resolution

    params["resolution"] = json_resolution

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sensors/{sensor_id}/readings".format(
            sensor_id=quote(str(sensor_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> ChartOut:
        response_200 = ChartOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
