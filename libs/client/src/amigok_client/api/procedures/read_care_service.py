from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_service_out import CareServiceOut


def read_care_service(
    service_id: UUID,
) -> Call[CareServiceOut]:
    """Returns one care service, also if it is not offered any more.

    Sent with `Client.send`, which returns `CareServiceOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/care-services/{service_id}".format(
            service_id=quote(str(service_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CareServiceOut:
        response_200 = CareServiceOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
