from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def drop_livestock_breed(
    breed_id: UUID,
) -> Call[None]:
    """Removes a breed, or retires it if it has animals.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/livestock-breeds/{breed_id}".format(
            breed_id=quote(str(breed_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
