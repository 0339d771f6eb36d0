from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.batch_out import BatchOut


def recall_batch(
    batch_id: UUID,
) -> Call[BatchOut]:
    """Recalls a batch at every place: nothing more of it is dispensed.

    Sent with `Client.send`, which returns `BatchOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/medicine-batches/{batch_id}/recall".format(
            batch_id=quote(str(batch_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> BatchOut:
        response_200 = BatchOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
