from typing import Any

import httpx

from ...calls import Call
from ...models.listing_out import ListingOut
from ...models.platform_listing_in import PlatformListingIn


def offer_platform_listing(
    *,
    body: PlatformListingIn,
) -> Call[ListingOut]:
    """Offers an animal that belongs to the platform for sale.

    One from outside is registered with the farm, too: it is a draft until the farm has done so. Asking again for the
    same has no further effect.

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
