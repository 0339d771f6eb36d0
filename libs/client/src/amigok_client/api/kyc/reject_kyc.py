from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.reject_in import RejectIn
from ...models.submission_out import SubmissionOut


def reject_kyc(
    submission_id: UUID,
    *,
    body: RejectIn,
) -> Call[SubmissionOut]:
    """Rejects a submission with a reason that the user reads. The user may submit again.

    Sent with `Client.send`, which returns `SubmissionOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/kyc/{submission_id}/reject".format(
            submission_id=quote(str(submission_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SubmissionOut:
        response_200 = SubmissionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
