from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.equipment_in_kind import EquipmentInKind, check_equipment_in_kind
from ..types import UNSET, Unset

T = TypeVar("T", bound="EquipmentIn")


@_attrs_define
class EquipmentIn:
    """Equipment with the range in which it keeps its content, in °C, and how long it may be outside of it at a time."""

    high: float
    kind: EquipmentInKind
    low: float
    name: str
    allowed_minutes: int | Unset = 60
    area_id: None | Unset | UUID = UNSET
    daily_energy_kwh: float | None | Unset = UNSET
    location: None | str | Unset = UNSET
    manufacturer: None | str | Unset = UNSET
    model: None | str | Unset = UNSET
    notes: str | Unset = ""
    rated_power_w: float | None | Unset = UNSET
    serial: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        high = self.high

        kind: str = self.kind

        low = self.low

        name = self.name

        allowed_minutes = self.allowed_minutes

        area_id: None | str | Unset
        if isinstance(self.area_id, Unset):
            area_id = UNSET
        elif isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        daily_energy_kwh: float | None | Unset
        if isinstance(self.daily_energy_kwh, Unset):
            daily_energy_kwh = UNSET
        else:
            daily_energy_kwh = self.daily_energy_kwh

        location: None | str | Unset
        if isinstance(self.location, Unset):
            location = UNSET
        else:
            location = self.location

        manufacturer: None | str | Unset
        if isinstance(self.manufacturer, Unset):
            manufacturer = UNSET
        else:
            manufacturer = self.manufacturer

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        notes = self.notes

        rated_power_w: float | None | Unset
        if isinstance(self.rated_power_w, Unset):
            rated_power_w = UNSET
        else:
            rated_power_w = self.rated_power_w

        serial: None | str | Unset
        if isinstance(self.serial, Unset):
            serial = UNSET
        else:
            serial = self.serial

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "high": high,
                "kind": kind,
                "low": low,
                "name": name,
            }
        )
        if allowed_minutes is not UNSET:
            field_dict["allowed_minutes"] = allowed_minutes
        if area_id is not UNSET:
            field_dict["area_id"] = area_id
        if daily_energy_kwh is not UNSET:
            field_dict["daily_energy_kwh"] = daily_energy_kwh
        if location is not UNSET:
            field_dict["location"] = location
        if manufacturer is not UNSET:
            field_dict["manufacturer"] = manufacturer
        if model is not UNSET:
            field_dict["model"] = model
        if notes is not UNSET:
            field_dict["notes"] = notes
        if rated_power_w is not UNSET:
            field_dict["rated_power_w"] = rated_power_w
        if serial is not UNSET:
            field_dict["serial"] = serial

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        high = d.pop("high")

        kind = check_equipment_in_kind(d.pop("kind"))

        low = d.pop("low")

        name = d.pop("name")

        allowed_minutes = d.pop("allowed_minutes", UNSET)

        def _parse_area_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        area_id = _parse_area_id(d.pop("area_id", UNSET))

        def _parse_daily_energy_kwh(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        daily_energy_kwh = _parse_daily_energy_kwh(d.pop("daily_energy_kwh", UNSET))

        def _parse_location(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        location = _parse_location(d.pop("location", UNSET))

        def _parse_manufacturer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        manufacturer = _parse_manufacturer(d.pop("manufacturer", UNSET))

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        notes = d.pop("notes", UNSET)

        def _parse_rated_power_w(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        rated_power_w = _parse_rated_power_w(d.pop("rated_power_w", UNSET))

        def _parse_serial(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        serial = _parse_serial(d.pop("serial", UNSET))

        equipment_in = cls(
            high=high,
            kind=kind,
            low=low,
            name=name,
            allowed_minutes=allowed_minutes,
            area_id=area_id,
            daily_energy_kwh=daily_energy_kwh,
            location=location,
            manufacturer=manufacturer,
            model=model,
            notes=notes,
            rated_power_w=rated_power_w,
            serial=serial,
        )

        return equipment_in
