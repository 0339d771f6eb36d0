from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.prescription_out import PrescriptionOut


def dispense_prescription(
    prescription_id: UUID,
) -> Call[PrescriptionOut]:
    """Takes what was prescribed out of the stock, adds it to the request's cost, and plans its doses.

    Sent with `Client.send`, which returns `PrescriptionOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/vet/prescriptions/{prescription_id}/dispense".format(
            prescription_id=quote(str(prescription_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> PrescriptionOut:
        response_200 = PrescriptionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
