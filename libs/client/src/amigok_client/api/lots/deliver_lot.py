from typing import Any

import httpx

from ...calls import Call
from ...models.lot_in import LotIn
from ...models.lot_out import LotOut


def deliver_lot(
    *,
    body: LotIn,
) -> Call[LotOut]:
    """Records a delivery of feed. The farm's own staff and administrators may.

    Sent with `Client.send`, which returns `LotOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/feed-lots",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LotOut:
        response_201 = LotOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
