from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.counter_in import CounterIn
from ...models.offer_out import OfferOut


def counter_offer(
    offer_id: UUID,
    *,
    body: CounterIn,
) -> Call[OfferOut]:
    """Names another amount, when it is your turn.

    Sent with `Client.send`, which returns `OfferOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/offers/{offer_id}/counter".format(
            offer_id=quote(str(offer_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> OfferOut:
        response_200 = OfferOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
