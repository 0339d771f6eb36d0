from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.proposal_out import ProposalOut
from ...models.wallet_settlement_in import WalletSettlementIn


def wallet_propose_settlement(
    proceeds_id: UUID,
    *,
    body: WalletSettlementIn,
) -> Call[ProposalOut]:
    """Proposes what happens to a share whose payment was lost to a dispute. Another administrator decides.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/wallet/proceeds/{proceeds_id}/settlement".format(
            proceeds_id=quote(str(proceeds_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
