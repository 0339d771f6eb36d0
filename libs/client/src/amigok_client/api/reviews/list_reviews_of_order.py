from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.marketplace_review_out import MarketplaceReviewOut


def list_reviews_of_order(
    order_id: UUID,
) -> Call[list[MarketplaceReviewOut]]:
    """Returns your review of an order, and the other side's once it is published.

    Sent with `Client.send`, which returns `list[MarketplaceReviewOut]`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/orders/{order_id}/reviews".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> list[MarketplaceReviewOut]:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = MarketplaceReviewOut.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return Call(_kwargs, parse, True)
