from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.package_change import PackageChange
from ...models.package_out import PackageOut


def change_feed_package(
    package_id: UUID,
    *,
    body: PackageChange,
) -> Call[PackageOut]:
    """Replaces a feed package. Periods that have begun keep their ration.

    Sent with `Client.send`, which returns `PackageOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/feed-packages/{package_id}".format(
            package_id=quote(str(package_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PackageOut:
        response_200 = PackageOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
