from typing import Any

import httpx

from ...calls import Call
from ...models.consent_out import ConsentOut


def show_contact_consent() -> Call[ConsentOut]:
    """Returns how I may be told things. At first nobody may write to me.

    Sent with `Client.send`, which returns `ConsentOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/me/contact-consent",
    }

    def parse(response: httpx.Response) -> ConsentOut:
        response_200 = ConsentOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
