from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.admin_refund_in import AdminRefundIn
from ...models.proposal_out import ProposalOut


def propose_refund(
    payment_id: UUID,
    *,
    body: AdminRefundIn,
    idempotency_key: str | None = None,
) -> Call[ProposalOut]:
    """Proposes to refund somebody's payment: where the money goes, and whether the user or the platform is charged.

    Another administrator decides.

    Sent with `Client.send`, which returns `ProposalOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/payments/{payment_id}/refund".format(
            payment_id=quote(str(payment_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut:
        response_202 = ProposalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
