from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.block_in import BlockIn
from ...models.block_out import BlockOut


def place_sale_block(
    livestock_id: UUID,
    *,
    body: BlockIn,
) -> Call[BlockOut]:
    """Blocks the sale of an animal.

    Sent with `Client.send`, which returns `BlockOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock/{livestock_id}/sale-blocks".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> BlockOut:
        response_201 = BlockOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
