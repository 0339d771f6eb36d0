from typing import Any

import httpx

from ...calls import Call
from ...models.dashboard_out import DashboardOut


def read_game_dashboard() -> Call[DashboardOut]:
    """Returns your level, coins, streak, tasks of today, challenges and place of this week.

    Sent with `Client.send`, which returns `DashboardOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/games/pilot-farming/dashboard",
    }

    def parse(response: httpx.Response) -> DashboardOut:
        response_200 = DashboardOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
