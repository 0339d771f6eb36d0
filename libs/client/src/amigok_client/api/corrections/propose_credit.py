from typing import Any

import httpx

from ...calls import Call
from ...models.credit_in import CreditIn
from ...models.proposal_out import ProposalOut


def propose_credit(
    *,
    body: CreditIn,
    idempotency_key: str | None = None,
) -> Call[ProposalOut]:
    """Proposes to put money from outside into a user's wallet.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/wallet/credits",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
