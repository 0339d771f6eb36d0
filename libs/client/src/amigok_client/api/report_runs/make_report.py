from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.run_in import RunIn
from ...models.run_out import RunOut


def make_report(
    report_id: UUID,
    *,
    body: RunIn,
) -> Call[RunOut]:
    """Has a report of yours made. Read the run to see how far it is.

    Sent with `Client.send`, which returns `RunOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/analytics/reports/{report_id}/runs".format(
            report_id=quote(str(report_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> RunOut:
        response_202 = RunOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
