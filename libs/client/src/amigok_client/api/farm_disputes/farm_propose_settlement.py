from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.farm_settlement_in import FarmSettlementIn
from ...models.proposal_out import ProposalOut


def farm_propose_settlement(
    dispute_id: UUID,
    *,
    body: FarmSettlementIn,
) -> Call[ProposalOut]:
    """Proposes what happens to the animal. It takes effect when another administrator approves.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock-disputes/{dispute_id}/propose".format(
            dispute_id=quote(str(dispute_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
