from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def delete_report(
    report_id: UUID,
) -> Call[None]:
    """Deletes a report of yours. Files that were made of it stay until they expire.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/analytics/reports/{report_id}".format(
            report_id=quote(str(report_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
