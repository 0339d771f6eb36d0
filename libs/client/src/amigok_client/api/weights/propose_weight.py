from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.proposal_out import ProposalOut
from ...models.weighing_in import WeighingIn


def propose_weight(
    livestock_id: UUID,
    *,
    body: WeighingIn,
) -> Call[ProposalOut]:
    """Proposes a weight that needs a second person. It is recorded when a second person approves.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/weights/propose".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
