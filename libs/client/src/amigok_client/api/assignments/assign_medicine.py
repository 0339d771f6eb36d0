from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.assigned_medicine_out import AssignedMedicineOut
from ...models.medicine_assignment_in import MedicineAssignmentIn


def assign_medicine(
    user_id: UUID,
    *,
    body: MedicineAssignmentIn,
) -> Call[AssignedMedicineOut]:
    """Assigns a medicine to a user's animal: care in which it is given, quoted with the medicine's price.

    Sent with `Client.send`, which returns `AssignedMedicineOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/users/{user_id}/assign-medicine".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AssignedMedicineOut:
        response_201 = AssignedMedicineOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
