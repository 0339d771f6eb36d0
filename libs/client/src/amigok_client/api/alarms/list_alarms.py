from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.alarm_page import AlarmPage
from ...models.list_alarms_severity_type_0 import ListAlarmsSeverityType0
from ...models.list_alarms_state_type_0 import ListAlarmsStateType0
from ...types import UNSET, Unset


def list_alarms(
    farm_id: UUID,
    *,
    state: ListAlarmsStateType0 | None | Unset = UNSET,
    severity: ListAlarmsSeverityType0 | None | Unset = UNSET,
    rule_id: None | Unset | UUID = UNSET,
    sensor_id: None | Unset | UUID = UNSET,
    equipment_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[AlarmPage]:
    """Lists the alarms of a farm, newest first.

    Sent with `Client.send`, which returns `AlarmPage`.
    """

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
        json_state = state
    params["state"] = json_state

    json_severity: None | str | Unset
    if isinstance(severity, Unset):
        json_severity = UNSET
    elif isinstance(severity, str):
        json_severity = severity
    else:
        json_severity = severity
    params["severity"] = json_severity

    json_rule_id: None | str | Unset
    if isinstance(rule_id, Unset):
        json_rule_id = UNSET
    elif isinstance(rule_id, UUID):
        json_rule_id = str(rule_id)
    else:
        json_rule_id = rule_id
    params["rule_id"] = json_rule_id

    json_sensor_id: None | str | Unset
    if isinstance(sensor_id, Unset):
        json_sensor_id = UNSET
    elif isinstance(sensor_id, UUID):
        json_sensor_id = str(sensor_id)
    else:
        json_sensor_id = sensor_id
    params["sensor_id"] = json_sensor_id

    json_equipment_id: None | str | Unset
    if isinstance(equipment_id, Unset):
        json_equipment_id = UNSET
    elif isinstance(equipment_id, UUID):
        json_equipment_id = str(equipment_id)
    else:
        json_equipment_id = equipment_id
    params["equipment_id"] = json_equipment_id

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
        "url": "/api/v1/farms/{farm_id}/alarms".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> AlarmPage:
        response_200 = AlarmPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
