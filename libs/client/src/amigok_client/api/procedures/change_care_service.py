from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_service_change import CareServiceChange
from ...models.care_service_details import CareServiceDetails


def change_care_service(
    service_id: UUID,
    *,
    body: CareServiceChange,
) -> Call[CareServiceDetails]:
    """Replaces a care service. Requests that are under way keep their price.

    Sent with `Client.send`, which returns `CareServiceDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/care-services/{service_id}".format(
            service_id=quote(str(service_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CareServiceDetails:
        response_200 = CareServiceDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
