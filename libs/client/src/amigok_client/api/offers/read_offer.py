from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.offer_with_moves_out import OfferWithMovesOut


def read_offer(
    offer_id: UUID,
) -> Call[OfferWithMovesOut]:
    """Returns an offer with its moves to its buyer or its seller.

    Sent with `Client.send`, which returns `OfferWithMovesOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/offers/{offer_id}".format(
            offer_id=quote(str(offer_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> OfferWithMovesOut:
        response_200 = OfferWithMovesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
