from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.identity_review_out import IdentityReviewOut


def read_submission(
    submission_id: UUID,
) -> Call[IdentityReviewOut]:
    """Returns a submission with its personal data. The audit log records the access.

    Sent with `Client.send`, which returns `IdentityReviewOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/kyc/{submission_id}".format(
            submission_id=quote(str(submission_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> IdentityReviewOut:
        response_200 = IdentityReviewOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
