from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.contest_out import ContestOut


def read_contest(
    contest_id: UUID,
) -> Call[ContestOut]:
    """Returns a contest.

    Sent with `Client.send`, which returns `ContestOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/contests/{contest_id}".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ContestOut:
        response_200 = ContestOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
