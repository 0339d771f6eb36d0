from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import File


def read_evidence(
    order_id: UUID,
    file_id: UUID,
) -> Call[File]:
    """Returns a photo to the order's buyer, its seller or an administrator.

    Sent with `Client.send`, which returns `File`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/orders/{order_id}/complaint/files/{file_id}".format(
            order_id=quote(str(order_id), safe=""),
            file_id=quote(str(file_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, True)
