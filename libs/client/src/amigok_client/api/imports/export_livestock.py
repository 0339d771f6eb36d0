from typing import Any, cast

import httpx

from ...calls import Call
from ...types import UNSET, Unset


def export_livestock(
    *,
    decimal_comma: bool | Unset = False,
) -> Call[str]:
    """Returns all animals as CSV, with the columns of an import.

    Cells that a spreadsheet would change have an apostrophe in front, so that a file that it saved can be imported.

    Sent with `Client.send`, which returns `str`.
    """

    params: dict[str, Any] = {}

    params["decimal_comma"] = decimal_comma

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/livestock/export",
        "params": params,
    }

    def parse(response: httpx.Response) -> str:
        response_200 = cast(str, response.content)
        return response_200

    return Call(_kwargs, parse, True)
