from typing import Any

import httpx

from ...calls import Call
from ...models.listing_out import ListingOut
from ...models.platform_offer_in import PlatformOfferIn


def offer_platform_listing(
    *,
    body: PlatformOfferIn,
) -> Call[ListingOut]:
    """Offers an animal that belongs to the platform for sale.

    Sent with `Client.send`, which returns `ListingOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/marketplace/livestock",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ListingOut:
        response_201 = ListingOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
