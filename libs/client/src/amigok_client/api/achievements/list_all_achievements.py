from typing import Any

import httpx

from ...calls import Call
from ...models.achievement_page import AchievementPage
from ...types import UNSET, Unset


def list_all_achievements(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[AchievementPage]:
    """Lists all achievements with their conditions, retired ones too, newest first.

    Sent with `Client.send`, which returns `AchievementPage`.
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
        "url": "/api/v1/admin/pilot-farming/achievements",
        "params": params,
    }

    def parse(response: httpx.Response) -> AchievementPage:
        response_200 = AchievementPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
