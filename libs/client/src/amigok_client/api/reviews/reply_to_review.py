from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.marketplace_review_out import MarketplaceReviewOut
from ...models.reply_in import ReplyIn


def reply_to_review(
    review_id: UUID,
    *,
    body: ReplyIn,
) -> Call[MarketplaceReviewOut]:
    """Replies to a review of yourself, once.

    Sent with `Client.send`, which returns `MarketplaceReviewOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/reviews/{review_id}/reply".format(
            review_id=quote(str(review_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> MarketplaceReviewOut:
        response_200 = MarketplaceReviewOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
