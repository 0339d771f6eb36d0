from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.medicine_change import MedicineChange
from ...models.medicine_out import MedicineOut


def change_medicine(
    medicine_id: UUID,
    *,
    body: MedicineChange,
) -> Call[MedicineOut]:
    """Changes a medicine for future treatments; existing records stay as they are. Use `/admin/medicines`.

    Sent with `Client.send`, which returns `MedicineOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/health/medicines/{medicine_id}".format(
            medicine_id=quote(str(medicine_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> MedicineOut:
        response_200 = MedicineOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
