from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def remove_passkey(
    passkey_id: UUID,
) -> Call[None]:
    """Removes one of my passkeys. I can still sign in with the password.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/auth/passkeys/{passkey_id}".format(
            passkey_id=quote(str(passkey_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
