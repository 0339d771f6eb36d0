from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.new_offer_in import NewOfferIn
from ...models.offer_out import OfferOut


def make_offer(
    listing_id: UUID,
    *,
    body: NewOfferIn,
) -> Call[OfferOut]:
    """Offers less than a negotiable listing asks. If it is accepted, the amount is held from your wallet at once.

    Sent with `Client.send`, which returns `OfferOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/listings/{listing_id}/offers".format(
            listing_id=quote(str(listing_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> OfferOut:
        response_201 = OfferOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
