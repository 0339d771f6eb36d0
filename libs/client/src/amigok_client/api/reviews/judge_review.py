from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.marketplace_review_out import MarketplaceReviewOut
from ...models.verdict_in import VerdictIn


def judge_review(
    review_id: UUID,
    *,
    body: VerdictIn,
) -> Call[MarketplaceReviewOut]:
    """Hides a review with a reason, or leaves it. A hidden one does not count.

    Sent with `Client.send`, which returns `MarketplaceReviewOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/marketplace/reviews/{review_id}/verdict".format(
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
