from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.offer_out import OfferOut
from ...models.seen_offer_in import SeenOfferIn


def withdraw_offer_of_platform(
    offer_id: UUID,
    *,
    body: SeenOfferIn,
) -> Call[OfferOut]:
    """Takes back an amount that was named for the platform.

    Sent with `Client.send`, which returns `OfferOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/marketplace/offers/{offer_id}/withdraw".format(
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
