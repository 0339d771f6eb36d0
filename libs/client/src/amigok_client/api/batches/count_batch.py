from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.batch_out import BatchOut
from ...models.count_in import CountIn


def count_batch(
    batch_id: UUID,
    *,
    body: CountIn,
) -> Call[BatchOut]:
    """Sets what is there of a batch to what was counted.

    Sent with `Client.send`, which returns `BatchOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/medicine-batches/{batch_id}/count".format(
            batch_id=quote(str(batch_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> BatchOut:
        response_200 = BatchOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
