from typing import Any

import httpx

from ...calls import Call
from ...models.deposit_out import DepositOut
from ...models.wallet_deposit_in import WalletDepositIn


def deposit(
    *,
    body: WalletDepositIn,
    idempotency_key: str | None = None,
) -> Call[DepositOut]:
    """Starts a deposit. The payment with the same id says how to pay.

    Sent with `Client.send`, which returns `DepositOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/wallet/deposit",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> DepositOut:
        response_202 = DepositOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
