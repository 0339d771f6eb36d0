from typing import Any

import httpx

from ...calls import Call
from ...models.statistics_out import StatisticsOut


def show_statistics() -> Call[StatisticsOut]:
    """Returns how many users there are of each role and status, and how many registered each day.

    Sent with `Client.send`, which returns `StatisticsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/users/statistics",
    }

    def parse(response: httpx.Response) -> StatisticsOut:
        response_200 = StatisticsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
