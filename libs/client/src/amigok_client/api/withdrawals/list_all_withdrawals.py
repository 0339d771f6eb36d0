from typing import Any

import httpx

from ...calls import Call
from ...models.list_all_withdrawals_status_type_0 import ListAllWithdrawalsStatusType0
from ...models.wallet_review_page import WalletReviewPage
from ...types import UNSET, Unset


def list_all_withdrawals(
    *,
    status: ListAllWithdrawalsStatusType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[WalletReviewPage]:
    """Everybody's withdrawals, oldest first.

    Sent with `Client.send`, which returns `WalletReviewPage`.
    """

    params: dict[str, Any] = {}

    json_status: None | str | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, str):
        json_status = status
    else:
        json_status = status
    params["status"] = json_status

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/wallet/withdrawals",
        "params": params,
    }

    def parse(response: httpx.Response) -> WalletReviewPage:
        response_200 = WalletReviewPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
