from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import File


def download_care_report(
    request_id: UUID,
) -> Call[File]:
    """Returns the report of completed care as PDF.

    Sent with `Client.send`, which returns `File`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/care-requests/{request_id}/report.pdf".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, True)
