from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def download_import_errors(
    import_id: UUID,
) -> Call[str]:
    """Returns what was wrong with each refused row as CSV.

    Sent with `Client.send`, which returns `str`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/livestock/imports/{import_id}/errors.csv".format(
            import_id=quote(str(import_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> str:
        response_200 = cast(str, response.content)
        return response_200

    return Call(_kwargs, parse, True)
