from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.answer_in import AnswerIn
from ...models.complaint_out import ComplaintOut


def answer_complaint(
    order_id: UUID,
    *,
    body: AnswerIn,
) -> Call[ComplaintOut]:
    """Answers a complaint about what you have sold, once.

    Sent with `Client.send`, which returns `ComplaintOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/orders/{order_id}/complaint/answer".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ComplaintOut:
        response_200 = ComplaintOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
