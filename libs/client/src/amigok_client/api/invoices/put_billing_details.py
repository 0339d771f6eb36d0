from typing import Any

import httpx

from ...calls import Call
from ...models.billing_details import BillingDetails


def put_billing_details(
    *,
    body: BillingDetails,
) -> Call[BillingDetails]:
    """Sets the billing details on your future invoices.

    Sent with `Client.send`, which returns `BillingDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/invoices/billing-details",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> BillingDetails:
        response_200 = BillingDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
