from typing import Any

import httpx

from ...calls import Call
from ...models.calibrations_out import CalibrationsOut


def read_calibration() -> Call[CalibrationsOut]:
    """Returns how often the ranges of earlier forecasts held.

    Sent with `Client.send`, which returns `CalibrationsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/forecasts/calibration",
    }

    def parse(response: httpx.Response) -> CalibrationsOut:
        response_200 = CalibrationsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
