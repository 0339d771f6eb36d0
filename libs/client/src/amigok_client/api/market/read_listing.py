from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.listing_out import ListingOut


def read_listing(
    livestock_id: UUID,
) -> Call[ListingOut]:
    """Returns the listing of one animal, also after it was sold.

    Sent with `Client.send`, which returns `ListingOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/livestock/{livestock_id}".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ListingOut:
        response_200 = ListingOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
