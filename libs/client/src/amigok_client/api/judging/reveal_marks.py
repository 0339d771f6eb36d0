from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.reveal_in import RevealIn
from ...models.sheet_out import SheetOut


def reveal_marks(
    contest_id: UUID,
    *,
    body: RevealIn,
) -> Call[SheetOut]:
    """Tells the marks that you have committed to, once all judges have committed or the time to do so is over.

    Sent with `Client.send`, which returns `SheetOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/judging/{contest_id}/reveal".format(
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
