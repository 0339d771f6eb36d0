from typing import Any

import httpx

from ...calls import Call
from ...models.batch_in import BatchIn
from ...models.batch_out import BatchOut


def receive_batch(
    *,
    body: BatchIn,
    idempotency_key: str | None = None,
) -> Call[BatchOut]:
    """Adds what was delivered of a batch to the stock. Farm staff do so at their own farm.

    Sent with `Client.send`, which returns `BatchOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/medicine-batches",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> BatchOut:
        response_201 = BatchOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
