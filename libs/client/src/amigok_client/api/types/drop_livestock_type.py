from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def drop_livestock_type(
    type_id: UUID,
) -> Call[None]:
    """Removes a livestock type, or retires it if it is in use.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/livestock-types/{type_id}".format(
            type_id=quote(str(type_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
