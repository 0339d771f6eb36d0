from typing import Any

import httpx

from ...calls import Call
from ...models.list_submissions_status import ListSubmissionsStatus
from ...models.submission_page import SubmissionPage
from ...types import UNSET, Unset


def list_submissions(
    *,
    status: ListSubmissionsStatus | Unset = "pending",
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[SubmissionPage]:
    """Lists the submissions with a status, oldest first.

    Sent with `Client.send`, which returns `SubmissionPage`.
    """

    params: dict[str, Any] = {}

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/kyc",
        "params": params,
    }

    def parse(response: httpx.Response) -> SubmissionPage:
        response_200 = SubmissionPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
