from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_report_out import CareReportOut


def read_care_report(
    request_id: UUID,
) -> Call[CareReportOut]:
    """Returns what was found and done.

    Sent with `Client.send`, which returns `CareReportOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/care-requests/{request_id}/report".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CareReportOut:
        response_200 = CareReportOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
