from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def drop_feed_package(
    package_id: UUID,
) -> Call[None]:
    """Removes a feed package, or retires it if somebody has had it.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/feed-packages/{package_id}".format(
            package_id=quote(str(package_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
