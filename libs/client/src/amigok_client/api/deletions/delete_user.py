from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.deletion_out import DeletionOut


def delete_user(
    user_id: UUID,
) -> Call[DeletionOut]:
    """Begins to delete a person. All services are asked: none may hold money, animals, orders or disputes of theirs.

    Meanwhile the account is deactivated; it is active again if the deletion is refused. Follow it at
    `GET /api/v1/admin/users/{id}/deletion`. Once it is done, all personal data are overwritten and the id stays.
    Repeating the call while it is under way, or once it is done, has no further effect.

    Sent with `Client.send`, which returns `DeletionOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/users/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> DeletionOut:
        response_202 = DeletionOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
