from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.preview import Preview
from ...models.preview_change_choice import PreviewChangeChoice
from ...types import UNSET, Unset


def preview_change(
    subscription_id: UUID,
    *,
    choice: PreviewChangeChoice | Unset = "cancel",
    package_id: None | Unset | UUID = UNSET,
) -> Call[Preview]:
    """Says what a choice would cost.

    Sent with `Client.send`, which returns `Preview`.
    """

    params: dict[str, Any] = {}

    json_choice: str | Unset = UNSET
    if not isinstance(choice, Unset):
        json_choice = choice

    params["choice"] = json_choice

    json_package_id: None | str | Unset
    if isinstance(package_id, Unset):
        json_package_id = UNSET
    elif isinstance(package_id, UUID):
        json_package_id = str(package_id)
    else:
        json_package_id = package_id
    params["package_id"] = json_package_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/subscriptions/{subscription_id}/preview".format(
            subscription_id=quote(str(subscription_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> Preview:
        response_200 = Preview.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
