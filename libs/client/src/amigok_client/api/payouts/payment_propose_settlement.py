from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.payout_settlement_in import PayoutSettlementIn
from ...models.proposal_out import ProposalOut


def payment_propose_settlement(
    payout_id: UUID,
    *,
    body: PayoutSettlementIn,
) -> Call[ProposalOut]:
    """Proposes the outcome of a payout that its provider does not report. Another administrator decides.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/payments/payouts/{payout_id}/settlement".format(
            payout_id=quote(str(payout_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
