from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.commands_out import CommandsOut


def take_commands(
    device_id: UUID,
) -> Call[CommandsOut]:
    """Returns what waits for the device, oldest first. It comes again until it is acknowledged.

    Sent with `Client.send`, which returns `CommandsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/jetson/devices/{device_id}/commands".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CommandsOut:
        response_200 = CommandsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
