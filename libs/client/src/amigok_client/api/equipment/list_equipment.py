from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.equipment_page import EquipmentPage
from ...models.list_equipment_kind_type_0 import ListEquipmentKindType0
from ...models.list_equipment_status_type_0 import ListEquipmentStatusType0
from ...types import UNSET, Unset


def list_equipment(
    farm_id: UUID,
    *,
    kind: ListEquipmentKindType0 | None | Unset = UNSET,
    status: ListEquipmentStatusType0 | None | Unset = UNSET,
    retired: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[EquipmentPage]:
    """Lists the equipment of a farm, newest first.

    Sent with `Client.send`, which returns `EquipmentPage`.
    """

    params: dict[str, Any] = {}

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, str):
        json_kind = kind
    else:
        json_kind = kind
    params["kind"] = json_kind

    json_status: None | str | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, str):
        json_status = status
    else:
        json_status = status
    params["status"] = json_status

    params["retired"] = retired

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
        "url": "/api/v1/farms/{farm_id}/equipment".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> EquipmentPage:
        response_200 = EquipmentPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
