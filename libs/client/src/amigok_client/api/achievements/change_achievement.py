from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.achievement_change import AchievementChange
from ...models.achievement_out import AchievementOut


def change_achievement(
    achievement_id: UUID,
    *,
    body: AchievementChange,
) -> Call[AchievementOut]:
    """Changes an achievement. Whoever has it keeps it.

    Sent with `Client.send`, which returns `AchievementOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/pilot-farming/achievements/{achievement_id}".format(
            achievement_id=quote(str(achievement_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AchievementOut:
        response_200 = AchievementOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
