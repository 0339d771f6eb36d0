from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.decision_in import DecisionIn
from ...models.proposal_out import ProposalOut


def notification_decide_proposal(
    proposal_id: UUID,
    *,
    body: DecisionIn,
) -> Call[ProposalOut]:
    """Approves somebody else's proposal, which takes effect at once, or rejects it.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/notification/proposals/{proposal_id}/decision".format(
            proposal_id=quote(str(proposal_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_200 = ProposalOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
