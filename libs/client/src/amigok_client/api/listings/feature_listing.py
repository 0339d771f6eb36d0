from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.featured_in import FeaturedIn
from ...models.listing_out import ListingOut


def feature_listing(
    listing_id: UUID,
    *,
    body: FeaturedIn,
) -> Call[ListingOut]:
    """Has the market show a listing before others, or no longer.

    Sent with `Client.send`, which returns `ListingOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/marketplace/listings/{listing_id}/featured".format(
            listing_id=quote(str(listing_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ListingOut:
        response_200 = ListingOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
