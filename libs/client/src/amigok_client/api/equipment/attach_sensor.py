from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.attachment_in import AttachmentIn
from ...models.attachment_out import AttachmentOut


def attach_sensor(
    farm_id: UUID,
    equipment_id: UUID,
    *,
    body: AttachmentIn,
) -> Call[AttachmentOut]:
    """Says that a sensor of the farm measures this equipment from now on.

    Sent with `Client.send`, which returns `AttachmentOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/sensors".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AttachmentOut:
        response_201 = AttachmentOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
