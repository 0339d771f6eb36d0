from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.appeal_out import AppealOut


def withdraw_appeal(
    appeal_id: UUID,
) -> Call[AppealOut]:
    """Takes an appeal of yours back.

    Sent with `Client.send`, which returns `AppealOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/my-contests/appeals/{appeal_id}/withdraw".format(
            appeal_id=quote(str(appeal_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> AppealOut:
        response_200 = AppealOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
