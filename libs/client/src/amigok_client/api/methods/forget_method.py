from typing import Any
from urllib.parse import quote

import httpx

from ...calls import Call


def forget_method(
    method_id: str,
) -> Call[None]:
    """Deletes a saved card.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/payments/methods/{method_id}".format(
            method_id=quote(str(method_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
