from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.board_out import BoardOut
from ...models.read_players_leaderboard_period import (
    ReadPlayersLeaderboardPeriod,
)
from ...models.read_players_leaderboard_scope import ReadPlayersLeaderboardScope
from ...types import UNSET, Unset


def read_players_leaderboard(
    *,
    scope: ReadPlayersLeaderboardScope | Unset = "all",
    period: ReadPlayersLeaderboardPeriod | Unset = "week",
    season_id: None | Unset | UUID = UNSET,
    farm_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[BoardOut]:
    """Returns a leaderboard by experience, and your own place on it.

    Sent with `Client.send`, which returns `BoardOut`.
    """

    params: dict[str, Any] = {}

    json_scope: str | Unset = UNSET
    if not isinstance(scope, Unset):
        json_scope = scope

    params["scope"] = json_scope

    json_period: str | Unset = UNSET
    if not isinstance(period, Unset):
        json_period = period

    params["period"] = json_period

    json_season_id: None | str | Unset
    if isinstance(season_id, Unset):
        json_season_id = UNSET
    elif isinstance(season_id, UUID):
        json_season_id = str(season_id)
    else:
        json_season_id = season_id
    params["season_id"] = json_season_id

    json_farm_id: None | str | Unset
    if isinstance(farm_id, Unset):
        json_farm_id = UNSET
    elif isinstance(farm_id, UUID):
        json_farm_id = str(farm_id)
    else:
        json_farm_id = farm_id
    params["farm_id"] = json_farm_id

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
        "url": "/api/v1/games/pilot-farming/leaderboard",
        "params": params,
    }

    def parse(response: httpx.Response) -> BoardOut:
        response_200 = BoardOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
