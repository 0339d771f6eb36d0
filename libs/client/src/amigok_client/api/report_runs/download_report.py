from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import File


def download_report(
    run_id: UUID,
) -> Call[File]:
    """Returns the file of a run of yours.

    Sent with `Client.send`, which returns `File`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/report-runs/{run_id}/file".format(
            run_id=quote(str(run_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, True)
