from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.prescribed_out import PrescribedOut
from ...models.prescription_in import PrescriptionIn


def prescribe_medicine(
    request_id: UUID,
    *,
    body: PrescriptionIn,
    idempotency_key: str | None = None,
) -> Call[PrescribedOut]:
    """Prescribes a medicine while you are at work, and reserves what it needs. It is dispensed by a call of its own.

    Sent with `Client.send`, which returns `PrescribedOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/vet/care-requests/{request_id}/prescribe-medicine".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PrescribedOut:
        response_201 = PrescribedOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
