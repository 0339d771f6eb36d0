import datetime
from typing import Any

import httpx

from ...calls import Call
from ...models.listing_statistics_out import ListingStatisticsOut
from ...types import UNSET


def read_listing_statistics(
    *,
    since: datetime.date,
    until: datetime.date,
) -> Call[ListingStatisticsOut]:
    """Returns how many animals were listed, sold and taken off the market, and how long that took: at most 92 days.

    Sent with `Client.send`, which returns `ListingStatisticsOut`.
    """

    params: dict[str, Any] = {}

    json_since = since.isoformat()
    params["since"] = json_since

    json_until = until.isoformat()
    params["until"] = json_until

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/marketplace/listing-statistics",
        "params": params,
    }

    def parse(response: httpx.Response) -> ListingStatisticsOut:
        response_200 = ListingStatisticsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
