from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_report_in import CareReportIn
from ...models.care_request_out import CareRequestOut


def write_care_report(
    request_id: UUID,
    *,
    body: CareReportIn,
) -> Call[CareRequestOut]:
    """Writes what you have found and done; you may replace it until the care is completed.

    Sent with `Client.send`, which returns `CareRequestOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/vet/care-requests/{request_id}/report".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CareRequestOut:
        response_200 = CareRequestOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
