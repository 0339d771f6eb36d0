from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.claim_in import ClaimIn
from ...models.claim_out import ClaimOut


def claim_insurance(
    livestock_id: UUID,
    *,
    body: ClaimIn,
) -> Call[ClaimOut]:
    """Claims the insurance of an animal that you owned when it died.

    Sent with `Client.send`, which returns `ClaimOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/insurance-claim".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ClaimOut:
        response_201 = ClaimOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
