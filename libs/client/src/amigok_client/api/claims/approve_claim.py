from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.claim_out import ClaimOut
from ...models.payout_in import PayoutIn


def approve_claim(
    claim_id: UUID,
    *,
    body: PayoutIn,
) -> Call[ClaimOut]:
    """Approves a claim: the owner is paid this amount.

    Sent with `Client.send`, which returns `ClaimOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/insurance-claims/{claim_id}/approve".format(
            claim_id=quote(str(claim_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ClaimOut:
        response_200 = ClaimOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
