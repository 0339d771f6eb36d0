from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.marketplace_review_out import MarketplaceReviewOut
from ...models.order_review_in import OrderReviewIn


def change_review(
    order_id: UUID,
    *,
    body: OrderReviewIn,
) -> Call[MarketplaceReviewOut]:
    """Changes your review within 7 days, until it is published.

    Sent with `Client.send`, which returns `MarketplaceReviewOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/marketplace/orders/{order_id}/review".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> MarketplaceReviewOut:
        response_200 = MarketplaceReviewOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
