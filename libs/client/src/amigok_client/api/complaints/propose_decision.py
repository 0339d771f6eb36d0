from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.complaints_decision_in import ComplaintsDecisionIn
from ...models.proposal_out import ProposalOut


def propose_decision(
    complaint_id: UUID,
    *,
    body: ComplaintsDecisionIn,
) -> Call[ProposalOut]:
    """Proposes what becomes of the price; another administrator decides.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/marketplace/complaints/{complaint_id}/decision".format(
            complaint_id=quote(str(complaint_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
