from typing import Any

import httpx

from ...calls import Call
from ...models.billing_details import BillingDetails


def read_billing_details() -> Call[BillingDetails]:
    """Returns the billing details on your invoices.

    Sent with `Client.send`, which returns `BillingDetails`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/invoices/billing-details",
    }

    def parse(response: httpx.Response) -> BillingDetails:
        response_200 = BillingDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
