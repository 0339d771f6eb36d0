from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def delete_notice(
    notice_id: UUID,
) -> Call[None]:
    """Deletes a notice.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/notifications/{notice_id}".format(
            notice_id=quote(str(notice_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
