from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.bounds_in import BoundsIn
from ...models.proposal_out import ProposalOut


def propose_bounds(
    type_id: UUID,
    *,
    body: BoundsIn,
) -> Call[ProposalOut]:
    """Proposes other bounds for a type.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/livestock-types/{type_id}/bounds".format(
            type_id=quote(str(type_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
