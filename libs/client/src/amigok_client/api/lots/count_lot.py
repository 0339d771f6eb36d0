from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.lot_count_in import LotCountIn
from ...models.lot_out import LotOut


def count_lot(
    lot_id: UUID,
    *,
    body: LotCountIn,
) -> Call[LotOut]:
    """Sets what is left of a lot to what was counted.

    Sent with `Client.send`, which returns `LotOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/feed-lots/{lot_id}/count".format(
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
