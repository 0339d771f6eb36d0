from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.commitment_in import CommitmentIn
from ...models.sheet_out import SheetOut


def commit_marks(
    contest_id: UUID,
    *,
    body: CommitmentIn,
) -> Call[SheetOut]:
    """Commits you to your marks without telling them. Until the time is over another commitment takes its place.

    Sent with `Client.send`, which returns `SheetOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/judging/{contest_id}/commitment".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SheetOut:
        response_200 = SheetOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
