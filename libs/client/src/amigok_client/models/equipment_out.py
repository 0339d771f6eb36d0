from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.equipment_out_kind import EquipmentOutKind, check_equipment_out_kind
from ..models.equipment_out_status import EquipmentOutStatus, check_equipment_out_status

T = TypeVar("T", bound="EquipmentOut")


@_attrs_define
class EquipmentOut:
    """Equipment of a farm. It is judged while it is `on`."""

    allowed_minutes: int
    area_id: None | UUID
    created_at: datetime.datetime
    daily_energy_kwh: float | None
    farm_id: UUID
    high: float
    id: UUID
    kind: EquipmentOutKind
    location: None | str
    low: float
    manufacturer: None | str
    model: None | str
    name: str
    notes: str
    range_since: datetime.datetime
    rated_power_w: float | None
    retired_at: datetime.datetime | None
    serial: None | str
    status: EquipmentOutStatus
    status_since: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        allowed_minutes = self.allowed_minutes

        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        created_at = self.created_at.isoformat()

        daily_energy_kwh: float | None
        daily_energy_kwh = self.daily_energy_kwh

        farm_id = str(self.farm_id)

        high = self.high

        id = str(self.id)

        kind: str = self.kind

        location: None | str
        location = self.location

        low = self.low

        manufacturer: None | str
        manufacturer = self.manufacturer

        model: None | str
        model = self.model

        name = self.name

        notes = self.notes

        range_since = self.range_since.isoformat()

        rated_power_w: float | None
        rated_power_w = self.rated_power_w

        retired_at: None | str
        if isinstance(self.retired_at, datetime.datetime):
            retired_at = self.retired_at.isoformat()
        else:
            retired_at = self.retired_at

        serial: None | str
        serial = self.serial

        status: str = self.status

        status_since = self.status_since.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "allowed_minutes": allowed_minutes,
                "area_id": area_id,
                "created_at": created_at,
                "daily_energy_kwh": daily_energy_kwh,
                "farm_id": farm_id,
                "high": high,
                "id": id,
                "kind": kind,
                "location": location,
                "low": low,
                "manufacturer": manufacturer,
                "model": model,
                "name": name,
                "notes": notes,
                "range_since": range_since,
                "rated_power_w": rated_power_w,
                "retired_at": retired_at,
                "serial": serial,
                "status": status,
                "status_since": status_since,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_minutes = d.pop("allowed_minutes")

        def _parse_area_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        area_id = _parse_area_id(d.pop("area_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_daily_energy_kwh(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        daily_energy_kwh = _parse_daily_energy_kwh(d.pop("daily_energy_kwh"))

        farm_id = UUID(d.pop("farm_id"))

        high = d.pop("high")

        id = UUID(d.pop("id"))

        kind = check_equipment_out_kind(d.pop("kind"))

        def _parse_location(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        location = _parse_location(d.pop("location"))

        low = d.pop("low")

        def _parse_manufacturer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        manufacturer = _parse_manufacturer(d.pop("manufacturer"))

        def _parse_model(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model = _parse_model(d.pop("model"))

        name = d.pop("name")

        notes = d.pop("notes")

        range_since = datetime.datetime.fromisoformat(d.pop("range_since"))

        def _parse_rated_power_w(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rated_power_w = _parse_rated_power_w(d.pop("rated_power_w"))

        def _parse_retired_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                retired_at_type_0 = datetime.datetime.fromisoformat(data)

                return retired_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        retired_at = _parse_retired_at(d.pop("retired_at"))

        def _parse_serial(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        serial = _parse_serial(d.pop("serial"))

        status = check_equipment_out_status(d.pop("status"))

        status_since = datetime.datetime.fromisoformat(d.pop("status_since"))

        version = d.pop("version")

        equipment_out = cls(
            allowed_minutes=allowed_minutes,
            area_id=area_id,
            created_at=created_at,
            daily_energy_kwh=daily_energy_kwh,
            farm_id=farm_id,
            high=high,
            id=id,
            kind=kind,
            location=location,
            low=low,
            manufacturer=manufacturer,
            model=model,
            name=name,
            notes=notes,
            range_since=range_since,
            rated_power_w=rated_power_w,
            retired_at=retired_at,
            serial=serial,
            status=status,
            status_since=status_since,
            version=version,
        )

        equipment_out.additional_properties = d
        return equipment_out

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
