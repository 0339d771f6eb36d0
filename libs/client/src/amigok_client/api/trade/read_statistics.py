import datetime
from typing import Any

import httpx

from ...calls import Call
from ...models.trade_statistics_out import TradeStatisticsOut
from ...types import UNSET


def read_statistics(
    *,
    since: datetime.date,
    until: datetime.date,
) -> Call[TradeStatisticsOut]:
    """Returns how many orders there were, and what they came to, by state and by day: at most 92 days.

    Sent with `Client.send`, which returns `TradeStatisticsOut`.
    """

    params: dict[str, Any] = {}

    json_since = since.isoformat()
    params["since"] = json_since

    json_until = until.isoformat()
    params["until"] = json_until

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/marketplace/statistics",
        "params": params,
    }

    def parse(response: httpx.Response) -> TradeStatisticsOut:
        response_200 = TradeStatisticsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
