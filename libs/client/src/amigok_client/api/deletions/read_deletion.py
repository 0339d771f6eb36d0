from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.deletion_out import DeletionOut


def read_deletion(
    user_id: UUID,
) -> Call[DeletionOut]:
    """Returns the state of the latest deletion of a user, and what prevents it.

    Sent with `Client.send`, which returns `DeletionOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/users/{user_id}/deletion".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> DeletionOut:
        response_200 = DeletionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
