from typing import Any

import httpx

from ...calls import Call
from ...models.consent_in import ConsentIn
from ...models.consent_out import ConsentOut


def change_contact_consent(
    *,
    body: ConsentIn,
) -> Call[ConsentOut]:
    """Agrees to be told things by mail or SMS, or withdraws that: then the address is forgotten where it was used.

    Sent with `Client.send`, which returns `ConsentOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/me/contact-consent",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ConsentOut:
        response_200 = ConsentOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
