from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.package_out import PackageOut


def read_feed_package(
    package_id: UUID,
) -> Call[PackageOut]:
    """Returns a feed package, retired or not.

    Sent with `Client.send`, which returns `PackageOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/feed-packages/{package_id}".format(
            package_id=quote(str(package_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> PackageOut:
        response_200 = PackageOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
