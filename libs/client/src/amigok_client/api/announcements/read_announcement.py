from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.announcement_out import AnnouncementOut


def read_announcement(
    announcement_id: UUID,
) -> Call[AnnouncementOut]:
    """An announcement and how far it is.

    Sent with `Client.send`, which returns `AnnouncementOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/announcements/{announcement_id}".format(
            announcement_id=quote(str(announcement_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> AnnouncementOut:
        response_200 = AnnouncementOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
