from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def remove_platform_listing(
    listing_id: UUID,
) -> Call[None]:
    """Takes a listing of the platform off the market, unless someone is buying. A user's is taken down by a review.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/marketplace/listings/{listing_id}".format(
            listing_id=quote(str(listing_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
