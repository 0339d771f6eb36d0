from typing import Any

import httpx

from ...calls import Call
from ...models.my_challenge_page import MyChallengePage
from ...types import UNSET, Unset


def list_challenges(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[MyChallengePage]:
    """Lists the challenges that you can join or have joined, those that end last first.

    Sent with `Client.send`, which returns `MyChallengePage`.
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
        "url": "/api/v1/games/pilot-farming/challenges",
        "params": params,
    }

    def parse(response: httpx.Response) -> MyChallengePage:
        response_200 = MyChallengePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
