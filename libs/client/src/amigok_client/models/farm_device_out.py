from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.farm_device_out_status import FarmDeviceOutStatus, check_farm_device_out_status

T = TypeVar("T", bound="FarmDeviceOut")


@_attrs_define
class FarmDeviceOut:
    """A device of a farm. `status` follows from when it was last heard: `heard_at`."""

    capabilities: list[str]
    farm_id: UUID
    heard_at: datetime.datetime | None
    id: UUID
    in_maintenance: bool
    maintenance_from: datetime.datetime | None
    maintenance_until: datetime.datetime | None
    model_version: None | str
    name: str
    online_since: datetime.datetime | None
    """ Since when it was never silent for long; null: it is not online """
    serial: str
    status: FarmDeviceOutStatus
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        capabilities = self.capabilities

        farm_id = str(self.farm_id)

        heard_at: None | str
        if isinstance(self.heard_at, datetime.datetime):
            heard_at = self.heard_at.isoformat()
        else:
            heard_at = self.heard_at

        id = str(self.id)

        in_maintenance = self.in_maintenance

        maintenance_from: None | str
        if isinstance(self.maintenance_from, datetime.datetime):
            maintenance_from = self.maintenance_from.isoformat()
        else:
            maintenance_from = self.maintenance_from

        maintenance_until: None | str
        if isinstance(self.maintenance_until, datetime.datetime):
            maintenance_until = self.maintenance_until.isoformat()
        else:
            maintenance_until = self.maintenance_until

        model_version: None | str
        model_version = self.model_version

        name = self.name

        online_since: None | str
        if isinstance(self.online_since, datetime.datetime):
            online_since = self.online_since.isoformat()
        else:
            online_since = self.online_since

        serial = self.serial

        status: str = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "capabilities": capabilities,
                "farm_id": farm_id,
                "heard_at": heard_at,
                "id": id,
                "in_maintenance": in_maintenance,
                "maintenance_from": maintenance_from,
                "maintenance_until": maintenance_until,
                "model_version": model_version,
                "name": name,
                "online_since": online_since,
                "serial": serial,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        capabilities = cast(list[str], d.pop("capabilities"))

        farm_id = UUID(d.pop("farm_id"))

        def _parse_heard_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                heard_at_type_0 = datetime.datetime.fromisoformat(data)

                return heard_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        heard_at = _parse_heard_at(d.pop("heard_at"))

        id = UUID(d.pop("id"))

        in_maintenance = d.pop("in_maintenance")

        def _parse_maintenance_from(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                maintenance_from_type_0 = datetime.datetime.fromisoformat(data)

                return maintenance_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        maintenance_from = _parse_maintenance_from(d.pop("maintenance_from"))

        def _parse_maintenance_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                maintenance_until_type_0 = datetime.datetime.fromisoformat(data)

                return maintenance_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        maintenance_until = _parse_maintenance_until(d.pop("maintenance_until"))

        def _parse_model_version(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model_version = _parse_model_version(d.pop("model_version"))

        name = d.pop("name")

        def _parse_online_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                online_since_type_0 = datetime.datetime.fromisoformat(data)

                return online_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        online_since = _parse_online_since(d.pop("online_since"))

        serial = d.pop("serial")

        status = check_farm_device_out_status(d.pop("status"))

        farm_device_out = cls(
            capabilities=capabilities,
            farm_id=farm_id,
            heard_at=heard_at,
            id=id,
            in_maintenance=in_maintenance,
            maintenance_from=maintenance_from,
            maintenance_until=maintenance_until,
            model_version=model_version,
            name=name,
            online_since=online_since,
            serial=serial,
            status=status,
        )

        farm_device_out.additional_properties = d
        return farm_device_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
