from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.absence_out import AbsenceOut


def care_list_absences(
    veterinarian_id: UUID,
) -> Call[list[AbsenceOut]]:
    """Lists a veterinarian's absences that have not ended, earliest first.

    Sent with `Client.send`, which returns `list[AbsenceOut]`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/veterinarians/{veterinarian_id}/absences".format(
            veterinarian_id=quote(str(veterinarian_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> list[AbsenceOut]:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = AbsenceOut.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return Call(_kwargs, parse, True)
