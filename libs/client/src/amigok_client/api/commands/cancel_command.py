from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def cancel_command(
    device_id: UUID,
    command_id: UUID,
) -> Call[None]:
    """Takes a command back. A device that has got it may have done it already.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/jetson/devices/{device_id}/commands/{command_id}".format(
            device_id=quote(str(device_id), safe=""),
            command_id=quote(str(command_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
