from typing import Any

import httpx

from ...calls import Call
from ...models.medicine_in import MedicineIn
from ...models.medicine_out import MedicineOut


def add_medicine(
    *,
    body: MedicineIn,
) -> Call[MedicineOut]:
    """Adds a medicine. Use `/admin/medicines`.

    Sent with `Client.send`, which returns `MedicineOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/health/medicines",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> MedicineOut:
        response_201 = MedicineOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
