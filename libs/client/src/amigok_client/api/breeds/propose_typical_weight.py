from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.proposal_out import ProposalOut
from ...models.typical_weight_in import TypicalWeightIn


def propose_typical_weight(
    breed_id: UUID,
    *,
    body: TypicalWeightIn,
) -> Call[ProposalOut]:
    """Proposes another typical weight for a breed that has animals.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/livestock-breeds/{breed_id}/typical-weight".format(
            breed_id=quote(str(breed_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
