from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.removal_out import RemovalOut
from ...models.removals_rejection_in import RemovalsRejectionIn


def reject_removal(
    removal_id: UUID,
    *,
    body: RemovalsRejectionIn,
) -> Call[RemovalOut]:
    """Rejects a removal; the animal stays.

    Sent with `Client.send`, which returns `RemovalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/removals/{removal_id}/reject".format(
            removal_id=quote(str(removal_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> RemovalOut:
        response_200 = RemovalOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
