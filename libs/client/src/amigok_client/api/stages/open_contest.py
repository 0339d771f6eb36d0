from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.contest_out import ContestOut
from ...models.stage_in import StageIn


def open_contest(
    contest_id: UUID,
    *,
    body: StageIn,
) -> Call[ContestOut]:
    """Opens the registration of a draft ahead of its time.

    Sent with `Client.send`, which returns `ContestOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/contests/{contest_id}/open".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ContestOut:
        response_200 = ContestOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
