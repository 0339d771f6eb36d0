import datetime
from typing import Any

import httpx

from ...calls import Call
from ...models.list_users_role_type_0 import ListUsersRoleType0
from ...models.list_users_status_type_0 import ListUsersStatusType0
from ...models.user_page import UserPage
from ...types import UNSET, Unset


def list_users(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    role: ListUsersRoleType0 | None | Unset = UNSET,
    status: ListUsersStatusType0 | None | Unset = UNSET,
    verified: bool | None | Unset = UNSET,
    created_since: datetime.datetime | None | Unset = UNSET,
    created_until: datetime.datetime | None | Unset = UNSET,
    q: None | str | Unset = UNSET,
) -> Call[UserPage]:
    """Lists users, newest first: created at `created_since` or later, before `created_until`.

    Sent with `Client.send`, which returns `UserPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_role: None | str | Unset
    if isinstance(role, Unset):
        json_role = UNSET
    elif isinstance(role, str):
        json_role = role
    else:
        json_role = role
    params["role"] = json_role

    json_status: None | str | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, str):
        json_status = status
    else:
        json_status = status
    params["status"] = json_status

    json_verified: bool | None | Unset
    if isinstance(verified, Unset):
        json_verified = UNSET
    else:
        json_verified = verified
    params["verified"] = json_verified

    json_created_since: None | str | Unset
    if isinstance(created_since, Unset):
        json_created_since = UNSET
    elif isinstance(created_since, datetime.datetime):
        json_created_since = created_since.isoformat()
    else:
        json_created_since = created_since
    params["created_since"] = json_created_since

    json_created_until: None | str | Unset
    if isinstance(created_until, Unset):
        json_created_until = UNSET
    elif isinstance(created_until, datetime.datetime):
        json_created_until = created_until.isoformat()
    else:
        json_created_until = created_until
    params["created_until"] = json_created_until

    json_q: None | str | Unset
    if isinstance(q, Unset):
        json_q = UNSET
    else:
        json_q = q
    params["q"] = json_q

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/users",
        "params": params,
    }

    def parse(response: httpx.Response) -> UserPage:
        response_200 = UserPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
