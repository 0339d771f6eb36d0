from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.cases_out import CasesOut


def read_cases(
    forecast_id: UUID,
) -> Call[CasesOut]:
    """Returns the cases that a forecast was made of, without whose they were.

    Sent with `Client.send`, which returns `CasesOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/forecasts/{forecast_id}/cases".format(
            forecast_id=quote(str(forecast_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CasesOut:
        response_200 = CasesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
