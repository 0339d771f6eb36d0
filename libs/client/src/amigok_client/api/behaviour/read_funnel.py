import datetime
from typing import Any

import httpx

from ...calls import Call
from ...models.funnel_out import FunnelOut
from ...types import UNSET, Unset


def read_funnel(
    *,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
    time_zone: str | Unset = "UTC",
) -> Call[FunnelOut]:
    """Returns how far people come, from registration to a second animal.

    Sent with `Client.send`, which returns `FunnelOut`.
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

    params["time_zone"] = time_zone

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/analytics/behaviour/funnel",
        "params": params,
    }

    def parse(response: httpx.Response) -> FunnelOut:
        response_200 = FunnelOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
