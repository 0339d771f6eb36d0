from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.listing_report_in import ListingReportIn


def report_listing(
    listing_id: UUID,
    *,
    body: ListingReportIn,
) -> Call[None]:
    """Tells administrators what is wrong with a listing. Its seller does not learn who did.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/listings/{listing_id}/report".format(
            listing_id=quote(str(listing_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
