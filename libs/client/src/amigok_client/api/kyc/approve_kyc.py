from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.submission_out import SubmissionOut


def approve_kyc(
    submission_id: UUID,
) -> Call[SubmissionOut]:
    """Approves a submission: the person is who they say.

    Sent with `Client.send`, which returns `SubmissionOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/kyc/{submission_id}/approve".format(
            submission_id=quote(str(submission_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> SubmissionOut:
        response_200 = SubmissionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
