from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.wallet_review_out import WalletReviewOut
from ...models.withdrawals_decision_in import WithdrawalsDecisionIn


def decide_withdrawal(
    withdrawal_id: UUID,
    *,
    body: WithdrawalsDecisionIn,
) -> Call[WalletReviewOut]:
    """Approves or rejects a withdrawal. A large one needs two administrators, one after the other.

    Sent with `Client.send`, which returns `WalletReviewOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/wallet/withdraw/{withdrawal_id}/status".format(
            withdrawal_id=quote(str(withdrawal_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> WalletReviewOut:
        response_200 = WalletReviewOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
