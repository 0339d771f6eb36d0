from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import File


def read_document(
    submission_id: UUID,
    document_id: UUID,
) -> Call[File]:
    """Returns a document of a submission as a download. The audit log records the access.

    Sent with `Client.send`, which returns `File`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/kyc/{submission_id}/documents/{document_id}".format(
            submission_id=quote(str(submission_id), safe=""),
            document_id=quote(str(document_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, True)
