from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_payment_in import CarePaymentIn
from ...models.care_request_out import CareRequestOut


def pay_for_care(
    request_id: UUID,
    *,
    body: CarePaymentIn,
    idempotency_key: str | None = None,
) -> Call[CareRequestOut]:
    """Pays what waits for you: a quote, also again after a refusal, or the `amount` that you were asked for besides.

    Sent with `Client.send`, which returns `CareRequestOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/care-requests/{request_id}/pay".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CareRequestOut:
        response_200 = CareRequestOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
