from typing import Any

import httpx

from ...calls import Call
from ...models.saving_out import SavingOut


def save_method() -> Call[SavingOut]:
    """Begins to save a card.

    Sent with `Client.send`, which returns `SavingOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/payments/methods",
    }

    def parse(response: httpx.Response) -> SavingOut:
        response_201 = SavingOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
