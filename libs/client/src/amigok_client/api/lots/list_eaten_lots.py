import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.eaten_lots_out import EatenLotsOut
from ...types import UNSET, Unset


def list_eaten_lots(
    livestock_id: UUID,
    *,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
) -> Call[EatenLotsOut]:
    """Lists the lots that an animal ate, latest first.

    Sent with `Client.send`, which returns `EatenLotsOut`.
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

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/staff/livestock/{livestock_id}/feed-lots".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> EatenLotsOut:
        response_200 = EatenLotsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
