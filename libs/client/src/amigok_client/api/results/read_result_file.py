from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import UNSET, File, Unset


def read_result_file(
    contest_id: UUID,
    *,
    number: int | None | Unset = UNSET,
) -> Call[File]:
    """Returns a result with all that it is computed from, so that everybody can compute it anew, offline.

    Sent with `Client.send`, which returns `File`.
    """

    params: dict[str, Any] = {}

    json_number: int | None | Unset
    if isinstance(number, Unset):
        json_number = UNSET
    else:
        json_number = number
    params["number"] = json_number

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/contests/{contest_id}/result/file".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, False)
