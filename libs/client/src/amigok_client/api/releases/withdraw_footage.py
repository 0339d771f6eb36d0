from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def withdraw_footage(
    livestock_id: UUID,
    release_id: UUID,
) -> Call[None]:
    """Ends a release. Nobody but you sees it any more by it.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/livestock/{livestock_id}/released-footage/{release_id}".format(
            livestock_id=quote(str(livestock_id), safe=""),
            release_id=quote(str(release_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
