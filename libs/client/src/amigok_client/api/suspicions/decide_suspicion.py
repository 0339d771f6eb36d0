from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.suspicion_decision_in import SuspicionDecisionIn
from ...models.suspicion_out import SuspicionOut


def decide_suspicion(
    suspicion_id: UUID,
    *,
    body: SuspicionDecisionIn,
) -> Call[SuspicionOut]:
    """Clears a suspicion, or upholds it: entries are disqualified or marks set aside, and the result is corrected.

    Sent with `Client.send`, which returns `SuspicionOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/suspicions/{suspicion_id}/decision".format(
            suspicion_id=quote(str(suspicion_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SuspicionOut:
        response_200 = SuspicionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
