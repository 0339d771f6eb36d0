from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.block_out import BlockOut
from ...models.clear_in import ClearIn


def clear_sale_block(
    livestock_id: UUID,
    block_id: UUID,
    *,
    body: ClearIn,
) -> Call[BlockOut]:
    """Ends a block of an animal.

    Sent with `Client.send`, which returns `BlockOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock/{livestock_id}/sale-blocks/{block_id}/clear".format(
            livestock_id=quote(str(livestock_id), safe=""),
            block_id=quote(str(block_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> BlockOut:
        response_200 = BlockOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
