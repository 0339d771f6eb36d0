from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.command_page import CommandPage
from ...models.list_commands_state_type_0 import ListCommandsStateType0
from ...types import UNSET, Unset


def list_commands(
    device_id: UUID,
    *,
    state: ListCommandsStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CommandPage]:
    """Lists what a device was told, newest first.

    Sent with `Client.send`, which returns `CommandPage`.
    """

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
        json_state = state
    params["state"] = json_state

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/jetson/devices/{device_id}/commands".format(
            device_id=quote(str(device_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> CommandPage:
        response_200 = CommandPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
