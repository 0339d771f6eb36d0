from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.judge_out import JudgeOut


def remove_judge(
    contest_id: UUID,
    judge_id: UUID,
) -> Call[JudgeOut]:
    """Has somebody judge no longer. What they have marked does not count.

    Sent with `Client.send`, which returns `JudgeOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/contests/{contest_id}/judges/{judge_id}/remove".format(
            contest_id=quote(str(contest_id), safe=""),
            judge_id=quote(str(judge_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> JudgeOut:
        response_200 = JudgeOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
