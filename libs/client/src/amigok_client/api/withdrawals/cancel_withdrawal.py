from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.withdrawal_out import WithdrawalOut


def cancel_withdrawal(
    withdrawal_id: UUID,
    *,
    idempotency_key: str | None = None,
) -> Call[WithdrawalOut]:
    """Cancels a withdrawal that is not approved yet.

    Sent with `Client.send`, which returns `WithdrawalOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/wallet/withdraw/{withdrawal_id}/cancel".format(
            withdrawal_id=quote(str(withdrawal_id), safe=""),
        ),
    }
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> WithdrawalOut:
        response_200 = WithdrawalOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
