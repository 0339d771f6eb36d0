from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.appeal_decision_in import AppealDecisionIn
from ...models.appeal_out import AppealOut


def decide_appeal(
    appeal_id: UUID,
    *,
    body: AppealDecisionIn,
) -> Call[AppealOut]:
    """Rejects an appeal, or upholds it: then a corrected result takes the place of the one before.

    Sent with `Client.send`, which returns `AppealOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/appeals/{appeal_id}/decision".format(
            appeal_id=quote(str(appeal_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AppealOut:
        response_200 = AppealOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
