from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.appeal_answer_in import AppealAnswerIn
from ...models.takedown_for_admin_out import TakedownForAdminOut


def decide_takedown(
    takedown_id: UUID,
    *,
    body: AppealAnswerIn,
) -> Call[TakedownForAdminOut]:
    """Decides an appeal. Whoever took the listing down does not.

    Sent with `Client.send`, which returns `TakedownForAdminOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/marketplace/takedowns/{takedown_id}/decision".format(
            takedown_id=quote(str(takedown_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> TakedownForAdminOut:
        response_200 = TakedownForAdminOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
