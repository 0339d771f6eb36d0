from typing import Any

import httpx

from ...calls import Call
from ...models.bank_withdrawal_in import BankWithdrawalIn
from ...models.pay_pal_withdrawal_in import PayPalWithdrawalIn
from ...models.withdrawal_out import WithdrawalOut


def withdraw(
    *,
    body: BankWithdrawalIn | PayPalWithdrawalIn,
    idempotency_key: str | None = None,
) -> Call[WithdrawalOut]:
    """Requests a withdrawal to an account of yours. The amount is held until the withdrawal ends.

    Sent with `Client.send`, which returns `WithdrawalOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/wallet/withdraw",
    }

    if isinstance(body, BankWithdrawalIn):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> WithdrawalOut:
        response_202 = WithdrawalOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
