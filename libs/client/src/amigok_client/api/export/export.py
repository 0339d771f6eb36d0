from typing import Any

import httpx

from ...calls import Call
from ...models.export_out import ExportOut


def export() -> Call[ExportOut]:
    """Returns all that identity knows about me, as a download.

    Sent with `Client.send`, which returns `ExportOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/me/export",
    }

    def parse(response: httpx.Response) -> ExportOut:
        response_200 = ExportOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
