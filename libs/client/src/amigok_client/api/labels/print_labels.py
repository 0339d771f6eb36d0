from io import BytesIO
from typing import Any

import httpx

from ...calls import Call
from ...models.labels_in import LabelsIn
from ...types import File


def print_labels(
    *,
    body: LabelsIn,
) -> Call[File]:
    """Prints labels with QR codes as PDF, for up to 500 animals or for all in a farm.

    Sent with `Client.send`, which returns `File`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock/labels",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, True)
