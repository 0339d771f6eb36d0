from typing import Any

import httpx

from ...calls import Call
from ...models.care_service_details import CareServiceDetails
from ...models.care_service_in import CareServiceIn


def add_care_service(
    *,
    body: CareServiceIn,
) -> Call[CareServiceDetails]:
    """Adds a care service.

    Sent with `Client.send`, which returns `CareServiceDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/care-services",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CareServiceDetails:
        response_201 = CareServiceDetails.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
