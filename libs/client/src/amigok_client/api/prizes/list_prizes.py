from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.prize_won_page import PrizeWonPage
from ...types import UNSET, Unset


def list_prizes(
    contest_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[PrizeWonPage]:
    """Lists the prizes of a contest and what became of them, the best ranks first.

    Sent with `Client.send`, which returns `PrizeWonPage`.
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
        "url": "/api/v1/admin/contests/{contest_id}/prizes".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> PrizeWonPage:
        response_200 = PrizeWonPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
