from typing import Any

import httpx

from ...calls import Call
from ...models.report_in import ReportIn
from ...models.report_out import ReportOut


def save_report(
    *,
    body: ReportIn,
) -> Call[ReportOut]:
    """Saves a report. With a schedule it is made by itself.

    Sent with `Client.send`, which returns `ReportOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/analytics/reports",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ReportOut:
        response_201 = ReportOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
