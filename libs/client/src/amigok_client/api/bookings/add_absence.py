from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.absence_in import AbsenceIn
from ...models.absence_out import AbsenceOut


def add_absence(
    veterinarian_id: UUID,
    *,
    body: AbsenceIn,
) -> Call[AbsenceOut]:
    """Adds an absence of a veterinarian. Their visits in it go to others who are free, or lose their time.

    Sent with `Client.send`, which returns `AbsenceOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/veterinarians/{veterinarian_id}/absences".format(
            veterinarian_id=quote(str(veterinarian_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AbsenceOut:
        response_201 = AbsenceOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
