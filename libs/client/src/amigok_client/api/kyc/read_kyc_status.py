from typing import Any

import httpx

from ...calls import Call
from ...models.status_out import StatusOut


def read_kyc_status() -> Call[StatusOut]:
    """Returns the status of my proof of identity.

    Sent with `Client.send`, which returns `StatusOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/auth/kyc/status",
    }

    def parse(response: httpx.Response) -> StatusOut:
        response_200 = StatusOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
