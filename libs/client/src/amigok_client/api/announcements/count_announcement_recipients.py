from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.count_announcement_recipients_role_type_0 import CountAnnouncementRecipientsRoleType0
from ...models.language import Language
from ...models.recipients_out import RecipientsOut
from ...types import UNSET, Unset


def count_announcement_recipients(
    *,
    role: CountAnnouncementRecipientsRoleType0 | None | Unset = UNSET,
    language: Language | None | Unset = UNSET,
    owners_at_farm_id: None | Unset | UUID = UNSET,
) -> Call[RecipientsOut]:
    """How many users a segment has now.

    Sent with `Client.send`, which returns `RecipientsOut`.
    """

    params: dict[str, Any] = {}

    json_role: None | str | Unset
    if isinstance(role, Unset):
        json_role = UNSET
    elif isinstance(role, str):
        json_role = role
    else:
        json_role = role
    params["role"] = json_role

    json_language: None | str | Unset
    if isinstance(language, Unset):
        json_language = UNSET
    elif isinstance(language, str):
        json_language = language
    else:
        json_language = language
    params["language"] = json_language

    json_owners_at_farm_id: None | str | Unset
    if isinstance(owners_at_farm_id, Unset):
        json_owners_at_farm_id = UNSET
    elif isinstance(owners_at_farm_id, UUID):
        json_owners_at_farm_id = str(owners_at_farm_id)
    else:
        json_owners_at_farm_id = owners_at_farm_id
    params["owners_at_farm_id"] = json_owners_at_farm_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/announcements/recipients",
        "params": params,
    }

    def parse(response: httpx.Response) -> RecipientsOut:
        response_200 = RecipientsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
