from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.explanation_in import ExplanationIn
from ...models.stock_difference_out import StockDifferenceOut


def explain_difference(
    difference_id: UUID,
    *,
    body: ExplanationIn,
) -> Call[StockDifferenceOut]:
    """Explains a difference. With a lot, the animals are recorded as having eaten of it.

    Sent with `Client.send`, which returns `StockDifferenceOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/feed-differences/{difference_id}/explain".format(
            difference_id=quote(str(difference_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> StockDifferenceOut:
        response_200 = StockDifferenceOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
