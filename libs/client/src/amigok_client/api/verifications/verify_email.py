from typing import Any

import httpx

from ...calls import Call
from ...models.code_proof import CodeProof
from ...models.token_proof import TokenProof
from ...models.verified_out import VerifiedOut


def verify_email(
    *,
    body: CodeProof | TokenProof,
) -> Call[VerifiedOut]:
    """Verifies the address with the token of the link, or with the address and the code of the newest mail.

    Sent with `Client.send`, which returns `VerifiedOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/verify-email",
    }

    if isinstance(body, TokenProof):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> VerifiedOut:
        response_200 = VerifiedOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
