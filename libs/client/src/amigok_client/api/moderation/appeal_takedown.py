from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.listing_appeal_in import ListingAppealIn
from ...models.takedown_out import TakedownOut


def appeal_takedown(
    takedown_id: UUID,
    *,
    body: ListingAppealIn,
) -> Call[TakedownOut]:
    """Asks for another decision on your listing, once.

    Sent with `Client.send`, which returns `TakedownOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/takedowns/{takedown_id}/appeal".format(
            takedown_id=quote(str(takedown_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> TakedownOut:
        response_200 = TakedownOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
