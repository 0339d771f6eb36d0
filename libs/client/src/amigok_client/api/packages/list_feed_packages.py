from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_feed_packages_package_type_type_0 import ListFeedPackagesPackageTypeType0
from ...models.package_page import PackagePage
from ...types import UNSET, Unset


def list_feed_packages(
    *,
    livestock_type_id: None | Unset | UUID = UNSET,
    package_type: ListFeedPackagesPackageTypeType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[PackagePage]:
    """Lists the feed packages that are offered.

    Sent with `Client.send`, which returns `PackagePage`.
    """

    params: dict[str, Any] = {}

    json_livestock_type_id: None | str | Unset
    if isinstance(livestock_type_id, Unset):
        json_livestock_type_id = UNSET
    elif isinstance(livestock_type_id, UUID):
        json_livestock_type_id = str(livestock_type_id)
    else:
        json_livestock_type_id = livestock_type_id
    params["livestock_type_id"] = json_livestock_type_id

    json_package_type: None | str | Unset
    if isinstance(package_type, Unset):
        json_package_type = UNSET
    elif isinstance(package_type, str):
        json_package_type = package_type
    else:
        json_package_type = package_type
    params["package_type"] = json_package_type

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
        "url": "/api/v1/feed-packages",
        "params": params,
    }

    def parse(response: httpx.Response) -> PackagePage:
        response_200 = PackagePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
