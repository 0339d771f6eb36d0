from typing import Any

import httpx

from ...calls import Call
from ...models.my_achievement_page import MyAchievementPage
from ...types import UNSET, Unset


def list_achievements(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[MyAchievementPage]:
    """Lists the achievements, newest first, and how far you have come with each.

    Sent with `Client.send`, which returns `MyAchievementPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/games/pilot-farming/achievements",
        "params": params,
    }

    def parse(response: httpx.Response) -> MyAchievementPage:
        response_200 = MyAchievementPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
