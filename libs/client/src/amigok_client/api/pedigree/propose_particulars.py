from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.particulars_in import ParticularsIn
from ...models.proposal_out import ProposalOut


def propose_particulars(
    livestock_id: UUID,
    *,
    body: ParticularsIn,
) -> Call[ProposalOut]:
    """Proposes to correct particulars that are known. It takes effect when a second person approves.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock/{livestock_id}/particulars/propose".format(
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
