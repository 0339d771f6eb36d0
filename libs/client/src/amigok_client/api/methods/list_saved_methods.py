from typing import Any

import httpx

from ...calls import Call
from ...models.saved_list_out import SavedListOut


def list_saved_methods() -> Call[SavedListOut]:
    """Lists your saved cards.

    Sent with `Client.send`, which returns `SavedListOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/payments/methods",
    }

    def parse(response: httpx.Response) -> SavedListOut:
        response_200 = SavedListOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
