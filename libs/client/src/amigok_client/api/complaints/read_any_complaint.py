from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.complaint_out import ComplaintOut


def read_any_complaint(
    complaint_id: UUID,
) -> Call[ComplaintOut]:
    """Returns one complaint.

    Sent with `Client.send`, which returns `ComplaintOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/marketplace/complaints/{complaint_id}".format(
            complaint_id=quote(str(complaint_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ComplaintOut:
        response_200 = ComplaintOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
