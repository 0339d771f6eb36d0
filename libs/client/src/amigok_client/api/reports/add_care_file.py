from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.add_care_file_form import AddCareFileForm
from ...models.care_file_out import CareFileOut


def add_care_file(
    request_id: UUID,
    *,
    body: AddCareFileForm,
) -> Call[CareFileOut]:
    """Adds a PDF, JPEG or PNG to care that you have in progress.

    Sent with `Client.send`, which returns `CareFileOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/vet/care-requests/{request_id}/files".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }
    _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CareFileOut:
        response_201 = CareFileOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
