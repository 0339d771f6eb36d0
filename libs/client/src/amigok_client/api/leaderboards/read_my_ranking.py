from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.my_rank_out import MyRankOut
from ...types import UNSET, Unset


def read_my_ranking(
    contest_id: UUID,
    *,
    around: int | Unset = 2,
) -> Call[list[MyRankOut]]:
    """Lists the ranks of your best 20 entries, how their scores came about, and who is around them.

    Sent with `Client.send`, which returns `list[MyRankOut]`.
    """

    params: dict[str, Any] = {}

    params["around"] = around

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/contests/{contest_id}/my-ranking".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> list[MyRankOut]:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = MyRankOut.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return Call(_kwargs, parse, True)
