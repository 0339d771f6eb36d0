from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.run_page import RunPage
from ...types import UNSET, Unset


def list_runs(
    report_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[RunPage]:
    """Lists the runs of a report of yours, newest first.

    Sent with `Client.send`, which returns `RunPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/reports/{report_id}/runs".format(
            report_id=quote(str(report_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> RunPage:
        response_200 = RunPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
