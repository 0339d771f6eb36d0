from typing import Any

import httpx

from ...calls import Call
from ...models.list_seasons_kind_type_0 import ListSeasonsKindType0
from ...models.season_page import SeasonPage
from ...types import UNSET, Unset


def list_seasons(
    *,
    kind: ListSeasonsKindType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[SeasonPage]:
    """Lists the seasons, the latest first, past ones too. Their boards are at the leaderboard.

    Sent with `Client.send`, which returns `SeasonPage`.
    """

    params: dict[str, Any] = {}

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, str):
        json_kind = kind
    else:
        json_kind = kind
    params["kind"] = json_kind

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
        "url": "/api/v1/games/pilot-farming/seasons",
        "params": params,
    }

    def parse(response: httpx.Response) -> SeasonPage:
        response_200 = SeasonPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
