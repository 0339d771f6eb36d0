from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.command_in import CommandIn
from ...models.command_out import CommandOut


def give_command(
    device_id: UUID,
    *,
    body: CommandIn,
) -> Call[CommandOut]:
    """Has a device do something: `restart`, or what its capabilities name.

    Sent with `Client.send`, which returns `CommandOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/jetson/devices/{device_id}/commands".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CommandOut:
        response_201 = CommandOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
