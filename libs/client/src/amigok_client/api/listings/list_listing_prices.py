from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.listing_price_out import ListingPriceOut


def list_listing_prices(
    listing_id: UUID,
) -> Call[list[ListingPriceOut]]:
    """Returns what an animal has cost under a listing that is or was for sale, newest first, at most the last 100.

    Sent with `Client.send`, which returns `list[ListingPriceOut]`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/listings/{listing_id}/prices".format(
            listing_id=quote(str(listing_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> list[ListingPriceOut]:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = ListingPriceOut.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return Call(_kwargs, parse, False)
