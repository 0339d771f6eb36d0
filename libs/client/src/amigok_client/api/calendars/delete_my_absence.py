from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def delete_my_absence(
    absence_id: UUID,
) -> Call[None]:
    """Takes back an absence of yours. Visits that were given to others stay theirs.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/vet/absences/{absence_id}".format(
            absence_id=quote(str(absence_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
