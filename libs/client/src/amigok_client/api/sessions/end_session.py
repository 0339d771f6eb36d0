from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def end_session(
    session_id: UUID,
) -> Call[None]:
    """Ends one of my sessions. All services refuse its tokens within seconds.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/auth/sessions/{session_id}".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
