from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.appeal_in import AppealIn
from ...models.appeal_out import AppealOut


def file_appeal(
    contest_id: UUID,
    *,
    body: AppealIn,
) -> Call[AppealOut]:
    """Says what is wrong with the result for an entry of yours, while the time for appeals lasts.

    Sent with `Client.send`, which returns `AppealOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/contests/{contest_id}/appeals".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AppealOut:
        response_201 = AppealOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
