from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.announcement_out import AnnouncementOut


def cancel_announcement(
    announcement_id: UUID,
) -> Call[AnnouncementOut]:
    """Has nobody more told.

    Sent with `Client.send`, which returns `AnnouncementOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/announcements/{announcement_id}/cancel".format(
            announcement_id=quote(str(announcement_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> AnnouncementOut:
        response_200 = AnnouncementOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
