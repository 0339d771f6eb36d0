from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def drop_care_service(
    service_id: UUID,
) -> Call[None]:
    """Removes a care service, or retires it if there are requests for it.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/care-services/{service_id}".format(
            service_id=quote(str(service_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
