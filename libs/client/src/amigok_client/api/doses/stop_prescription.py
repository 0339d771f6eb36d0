from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.prescription_end_in import PrescriptionEndIn
from ...models.prescription_out import PrescriptionOut


def stop_prescription(
    prescription_id: UUID,
    *,
    body: PrescriptionEndIn,
) -> Call[PrescriptionOut]:
    """Ends a prescription that you have made: no more doses are to be given.

    Sent with `Client.send`, which returns `PrescriptionOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/vet/prescriptions/{prescription_id}/stop".format(
            prescription_id=quote(str(prescription_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PrescriptionOut:
        response_200 = PrescriptionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
