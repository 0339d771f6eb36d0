from typing import Any

import httpx

from ...calls import Call
from ...models.completeness_out import CompletenessOut


def read_status() -> Call[CompletenessOut]:
    """How far the facts are, by service, and the archive.

    Sent with `Client.send`, which returns `CompletenessOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/analytics/status",
    }

    def parse(response: httpx.Response) -> CompletenessOut:
        response_200 = CompletenessOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
