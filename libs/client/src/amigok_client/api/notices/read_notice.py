from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.notice_out import NoticeOut


def read_notice(
    notice_id: UUID,
) -> Call[NoticeOut]:
    """Marks a notice as read.

    Sent with `Client.send`, which returns `NoticeOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/notifications/{notice_id}/read".format(
            notice_id=quote(str(notice_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> NoticeOut:
        response_200 = NoticeOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
