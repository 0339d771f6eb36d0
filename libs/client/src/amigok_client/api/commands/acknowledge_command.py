from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.command_out import CommandOut
from ...models.command_result_in import CommandResultIn


def acknowledge_command(
    device_id: UUID,
    command_id: UUID,
    *,
    body: CommandResultIn,
) -> Call[CommandOut]:
    """Says what became of a command. Repeating the same has no further effect.

    Sent with `Client.send`, which returns `CommandOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jetson/devices/{device_id}/commands/{command_id}/acknowledge".format(
            device_id=quote(str(device_id), safe=""),
            command_id=quote(str(command_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CommandOut:
        response_200 = CommandOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
