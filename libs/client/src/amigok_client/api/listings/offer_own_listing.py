from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.listing_out import ListingOut
from ...models.offer_in import OfferIn


def offer_own_listing(
    livestock_id: UUID,
    *,
    body: OfferIn,
) -> Call[ListingOut]:
    """Offers one of your animals for sale.

    Sent with `Client.send`, which returns `ListingOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/my-livestock/{livestock_id}/list".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ListingOut:
        response_201 = ListingOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
