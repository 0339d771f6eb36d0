from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_request_in import CareRequestIn
from ...models.care_request_out import CareRequestOut


def request_care(
    livestock_id: UUID,
    *,
    body: CareRequestIn,
    idempotency_key: str | None = None,
) -> Call[CareRequestOut]:
    """Asks for care of your animal, or as farm people of one on your farm.

    Where the price is fixed it is quoted at once: accept the quote. An emergency needs no acceptance.

    Sent with `Client.send`, which returns `CareRequestOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/care-request".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CareRequestOut:
        response_201 = CareRequestOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
