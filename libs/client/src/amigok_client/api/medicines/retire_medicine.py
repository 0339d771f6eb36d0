from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def retire_medicine(
    medicine_id: UUID,
) -> Call[None]:
    """Retires a medicine: no new treatment can name it. Use `/admin/medicines`.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/health/medicines/{medicine_id}".format(
            medicine_id=quote(str(medicine_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
