from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.rank_page import RankPage
from ...types import UNSET, Unset


def read_leaderboard(
    contest_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[RankPage]:
    """Lists who is before whom, the best first. What judges decide is shown once it is announced.

    Sent with `Client.send`, which returns `RankPage`.
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
        "url": "/api/v1/contests/{contest_id}/leaderboard".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> RankPage:
        response_200 = RankPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
