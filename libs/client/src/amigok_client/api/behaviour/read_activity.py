import datetime
from typing import Any

import httpx

from ...calls import Call
from ...models.active_people_out import ActivePeopleOut
from ...types import UNSET, Unset


def read_activity(
    *,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
    time_zone: str | Unset = "UTC",
) -> Call[ActivePeopleOut]:
    """Returns how many people do something, by day and within 30 days.

    Sent with `Client.send`, which returns `ActivePeopleOut`.
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
        "url": "/api/v1/admin/analytics/behaviour/activity",
        "params": params,
    }

    def parse(response: httpx.Response) -> ActivePeopleOut:
        response_200 = ActivePeopleOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
