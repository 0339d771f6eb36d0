from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.report_out import ReportOut


def read_report(
    report_id: UUID,
) -> Call[ReportOut]:
    """Returns a report of yours.

    Sent with `Client.send`, which returns `ReportOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/reports/{report_id}".format(
            report_id=quote(str(report_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ReportOut:
        response_200 = ReportOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
