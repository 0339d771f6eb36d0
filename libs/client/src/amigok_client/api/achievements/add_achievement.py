from typing import Any

import httpx

from ...calls import Call
from ...models.achievement_in import AchievementIn
from ...models.achievement_out import AchievementOut


def add_achievement(
    *,
    body: AchievementIn,
) -> Call[AchievementOut]:
    """Adds an achievement.

    Sent with `Client.send`, which returns `AchievementOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/pilot-farming/achievements",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AchievementOut:
        response_201 = AchievementOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
