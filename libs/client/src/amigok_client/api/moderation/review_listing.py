from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.marketplace_review_in import MarketplaceReviewIn


def review_listing(
    listing_id: UUID,
    *,
    body: MarketplaceReviewIn,
) -> Call[None]:
    """Dismisses what is said against a listing, or takes it down for a reason.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/marketplace/listings/{listing_id}/review".format(
            listing_id=quote(str(listing_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
