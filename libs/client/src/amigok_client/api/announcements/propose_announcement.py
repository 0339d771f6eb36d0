from typing import Any

import httpx

from ...calls import Call
from ...models.announcement_in import AnnouncementIn
from ...models.proposal_out import ProposalOut


def propose_announcement(
    *,
    body: AnnouncementIn,
    idempotency_key: str | None = None,
) -> Call[ProposalOut]:
    """Proposes to tell a segment of users something. Another administrator decides; the announcement gets its id.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/announcements",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
