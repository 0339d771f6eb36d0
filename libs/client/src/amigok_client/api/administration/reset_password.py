from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def reset_password(
    user_id: UUID,
) -> Call[None]:
    """Makes the password void, ends all sessions and mails a link to choose another.

    An invited person gets a new link.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/users/{user_id}/reset-password".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
