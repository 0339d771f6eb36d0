from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.run_out import RunOut


def cancel_run(
    run_id: UUID,
) -> Call[RunOut]:
    """Ends a run of yours before it is made.

    Sent with `Client.send`, which returns `RunOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/analytics/report-runs/{run_id}/cancel".format(
            run_id=quote(str(run_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> RunOut:
        response_200 = RunOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
