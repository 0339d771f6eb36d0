from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.proposal_out import ProposalOut


def notification_withdraw_proposal(
    proposal_id: UUID,
) -> Call[ProposalOut]:
    """Withdraws your own proposal.

    Sent with `Client.send`, which returns `ProposalOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/notification/proposals/{proposal_id}/withdraw".format(
            proposal_id=quote(str(proposal_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ProposalOut:
        response_200 = ProposalOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
