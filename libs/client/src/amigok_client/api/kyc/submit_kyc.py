from typing import Any

import httpx

from ...calls import Call
from ...models.status_out import StatusOut
from ...models.submit_in import SubmitIn


def submit_kyc(
    *,
    body: SubmitIn,
) -> Call[StatusOut]:
    """Submits documents that prove who I am. The type of a file is taken from its content.

    Sent with `Client.send`, which returns `StatusOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/kyc/submit",
    }
    _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> StatusOut:
        response_202 = StatusOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
