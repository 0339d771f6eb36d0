from typing import Any, cast

import httpx

from ...calls import Call
from ...types import UNSET


def export_antimicrobial_use(
    *,
    year: int,
    quarter: int,
) -> Call[str]:
    """Downloads how much was given at all farms in a quarter, as CSV for spreadsheets.

    Sent with `Client.send`, which returns `str`.
    """

    params: dict[str, Any] = {}

    params["year"] = year

    params["quarter"] = quarter

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/vet/antimicrobial-use/export",
        "params": params,
    }

    def parse(response: httpx.Response) -> str:
        response_200 = cast(str, response.content)
        return response_200

    return Call(_kwargs, parse, True)
