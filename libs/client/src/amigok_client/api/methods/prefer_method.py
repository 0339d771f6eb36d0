from typing import Any
from urllib.parse import quote

import httpx

from ...calls import Call
from ...models.saved_list_out import SavedListOut


def prefer_method(
    method_id: str,
) -> Call[SavedListOut]:
    """Makes a saved card the default.

    Sent with `Client.send`, which returns `SavedListOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/payments/methods/{method_id}/default".format(
            method_id=quote(str(method_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> SavedListOut:
        response_200 = SavedListOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
