from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.marketplace_review_page import MarketplaceReviewPage
from ...types import UNSET, Unset


def list_reviews_of_seller(
    seller_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[MarketplaceReviewPage]:
    """Returns buyers' reviews of a seller, newest first.

    Sent with `Client.send`, which returns `MarketplaceReviewPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/sellers/{seller_id}/reviews".format(
            seller_id=quote(str(seller_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> MarketplaceReviewPage:
        response_200 = MarketplaceReviewPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
