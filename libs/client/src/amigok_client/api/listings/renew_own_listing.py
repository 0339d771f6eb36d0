from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.listing_out import ListingOut


def renew_own_listing(
    listing_id: UUID,
) -> Call[ListingOut]:
    """Has your live listing end later.

    Sent with `Client.send`, which returns `ListingOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/listings/{listing_id}/renew".format(
            listing_id=quote(str(listing_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ListingOut:
        response_200 = ListingOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
