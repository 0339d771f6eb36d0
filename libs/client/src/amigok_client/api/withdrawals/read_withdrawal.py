from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.review_detail_out import ReviewDetailOut


def read_withdrawal(
    withdrawal_id: UUID,
) -> Call[ReviewDetailOut]:
    """A withdrawal with the whole account that it goes to.

    Sent with `Client.send`, which returns `ReviewDetailOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/wallet/withdrawals/{withdrawal_id}".format(
            withdrawal_id=quote(str(withdrawal_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ReviewDetailOut:
        response_200 = ReviewDetailOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
