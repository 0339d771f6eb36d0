from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.commit_step_in import CommitStepIn
from ...models.reveal_step_in import RevealStepIn
from ...models.sheet_out import SheetOut


def judge_contest(
    contest_id: UUID,
    *,
    body: CommitStepIn | RevealStepIn,
) -> Call[SheetOut]:
    """Commits to or reveals the marks of an administrator who judges the contest, as every other judge does.

    Sent with `Client.send`, which returns `SheetOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/contests/{contest_id}/judge".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }

    if isinstance(body, CommitStepIn):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SheetOut:
        response_200 = SheetOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
