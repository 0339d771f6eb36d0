from typing import Any

import httpx

from ...calls import Call
from ...models.contest_in import ContestIn
from ...models.contest_out import ContestOut


def add_contest(
    *,
    body: ContestIn,
) -> Call[ContestOut]:
    """Adds a contest as a draft. It opens at `registration_opens_at`, or by hand.

    Sent with `Client.send`, which returns `ContestOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/contests",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ContestOut:
        response_201 = ContestOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
