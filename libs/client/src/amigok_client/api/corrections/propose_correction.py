from typing import Any

import httpx

from ...calls import Call
from ...models.correction_in import CorrectionIn
from ...models.proposal_out import ProposalOut


def propose_correction(
    *,
    body: CorrectionIn,
    idempotency_key: str | None = None,
) -> Call[ProposalOut]:
    """Proposes to put money into a user's wallet or to take it out, to correct what went wrong.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/wallet/corrections",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
