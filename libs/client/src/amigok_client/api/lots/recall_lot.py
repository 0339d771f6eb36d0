from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.lot_out import LotOut
from ...models.lot_recall_in import LotRecallIn


def recall_lot(
    lot_id: UUID,
    *,
    body: LotRecallIn,
) -> Call[LotOut]:
    """Recalls a lot: nothing is drawn from it any more, and who ate of it is published.

    Sent with `Client.send`, which returns `LotOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/feed-lots/{lot_id}/recall".format(
            lot_id=quote(str(lot_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LotOut:
        response_200 = LotOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
