from typing import Any

import httpx

from ...calls import Call
from ...models.package_in import PackageIn
from ...models.package_out import PackageOut


def add_feed_package(
    *,
    body: PackageIn,
) -> Call[PackageOut]:
    """Adds a feed package.

    Sent with `Client.send`, which returns `PackageOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/feed-packages",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PackageOut:
        response_201 = PackageOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
