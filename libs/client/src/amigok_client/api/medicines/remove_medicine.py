from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def remove_medicine(
    medicine_id: UUID,
) -> Call[None]:
    """Retires a medicine: nothing new can name it.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/medicines/{medicine_id}".format(
            medicine_id=quote(str(medicine_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
