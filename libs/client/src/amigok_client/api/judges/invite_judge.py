from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.invitation_in import InvitationIn
from ...models.judge_out import JudgeOut


def invite_judge(
    contest_id: UUID,
    *,
    body: InvitationIn,
) -> Call[JudgeOut]:
    """Asks somebody to judge a contest. They judge once they accept; nobody invites themselves.

    Sent with `Client.send`, which returns `JudgeOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/contests/{contest_id}/judges".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> JudgeOut:
        response_201 = JudgeOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
