from typing import Any

import httpx

from ...calls import Call
from ...models.assignment_in import AssignmentIn
from ...models.assignment_out import AssignmentOut


def assign_card(
    *,
    body: AssignmentIn,
) -> Call[AssignmentOut]:
    """Says whose a card is. What was detected with it becomes that animal's within a minute.

    Sent with `Client.send`, which returns `AssignmentOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/jetson/cards",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AssignmentOut:
        response_200 = AssignmentOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
