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

    Problems: step_up_required, decision_does_not_count, not_found, animal_gone, not_platform_owned, not_for_sale,
    price_not_positive, fee_changed. The decision may also answer already_listed and value_changed.

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
