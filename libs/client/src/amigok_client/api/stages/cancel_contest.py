from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import UNSET


def cancel_contest(
    contest_id: UUID,
    *,
    version: int,
) -> Call[None]:
    """Cancels a contest before its results are announced. Fees are given back.

    Sent with `Client.send`, which returns `None`.
    """

    params: dict[str, Any] = {}

    params["version"] = version

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/contests/{contest_id}".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
