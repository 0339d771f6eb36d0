from typing import Any

import httpx

from ...calls import Call
from ...models.transfer_in import TransferIn
from ...models.transfer_out import TransferOut


def transfer(
    *,
    body: TransferIn,
    idempotency_key: str | None = None,
) -> Call[TransferOut]:
    """Sends money to another user. Small amounts to somebody you have paid before need no further proof.

    Sent with `Client.send`, which returns `TransferOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/wallet/transfer",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> TransferOut:
        response_201 = TransferOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
