from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.report_change import ReportChange
from ...models.report_out import ReportOut


def change_report(
    report_id: UUID,
    *,
    body: ReportChange,
) -> Call[ReportOut]:
    """Changes all of a report of yours.

    Sent with `Client.send`, which returns `ReportOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/analytics/reports/{report_id}".format(
            report_id=quote(str(report_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ReportOut:
        response_200 = ReportOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
