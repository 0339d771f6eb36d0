from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.removal_out import RemovalOut


def cancel_removal(
    removal_id: UUID,
) -> Call[RemovalOut]:
    """Cancels your request. You can do so until the animal has left.

    Sent with `Client.send`, which returns `RemovalOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/removals/{removal_id}/cancel".format(
            removal_id=quote(str(removal_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> RemovalOut:
        response_200 = RemovalOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
