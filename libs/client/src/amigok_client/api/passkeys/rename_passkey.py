from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.passkey_out import PasskeyOut
from ...models.rename_passkey_in import RenamePasskeyIn


def rename_passkey(
    passkey_id: UUID,
    *,
    body: RenamePasskeyIn,
) -> Call[PasskeyOut]:
    """Renames one of my passkeys.

    Sent with `Client.send`, which returns `PasskeyOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/auth/passkeys/{passkey_id}".format(
            passkey_id=quote(str(passkey_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PasskeyOut:
        response_200 = PasskeyOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
