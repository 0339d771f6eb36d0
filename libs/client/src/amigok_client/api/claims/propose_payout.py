from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.payout_in import PayoutIn
from ...models.proposal_out import ProposalOut


def propose_payout(
    claim_id: UUID,
    *,
    body: PayoutIn,
) -> Call[ProposalOut]:
    """Proposes a payout that one administrator may not decide alone. It takes effect when another approves.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/insurance-claims/{claim_id}/propose".format(
            claim_id=quote(str(claim_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
