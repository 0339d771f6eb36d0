from typing import Any

import httpx

from ...calls import Call
from ...models.platform_offer_in import PlatformOfferIn
from ...models.proposal_out import ProposalOut


def propose_underpriced(
    *,
    body: PlatformOfferIn,
) -> Call[ProposalOut]:
    """Proposes to offer an animal that belongs to the platform at any price; another administrator decides.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/marketplace/livestock/propose",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
