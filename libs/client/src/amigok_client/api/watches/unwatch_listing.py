from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def unwatch_listing(
    listing_id: UUID,
) -> Call[None]:
    """Watches a listing no longer.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/marketplace/listings/{listing_id}/watch".format(
            listing_id=quote(str(listing_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
