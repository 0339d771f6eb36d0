from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_assignment_in import CareAssignmentIn
from ...models.care_request_out import CareRequestOut


def assign_care(
    user_id: UUID,
    *,
    body: CareAssignmentIn,
) -> Call[CareRequestOut]:
    """Assigns care to a user's animal. Mandatory care that is not accepted when it is due is done and charged.

    Sent with `Client.send`, which returns `CareRequestOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/users/{user_id}/assign-care".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CareRequestOut:
        response_201 = CareRequestOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
