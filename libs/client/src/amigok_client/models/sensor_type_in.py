from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.sensor_type_in_kind import SensorTypeInKind, check_sensor_type_in_kind
from ..types import UNSET, Unset

T = TypeVar("T", bound="SensorTypeIn")


@_attrs_define
class SensorTypeIn:
    """A value outside of minimum and maximum, in the unit, cannot be true and is refused."""

    kind: SensorTypeInKind
    maximum: float
    minimum: float
    name: str
    unit: str
    shown_to_owners: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        maximum = self.maximum

        minimum = self.minimum

        name = self.name

        unit = self.unit

        shown_to_owners = self.shown_to_owners

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "maximum": maximum,
                "minimum": minimum,
                "name": name,
                "unit": unit,
            }
        )
        if shown_to_owners is not UNSET:
            field_dict["shown_to_owners"] = shown_to_owners

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_sensor_type_in_kind(d.pop("kind"))

        maximum = d.pop("maximum")

        minimum = d.pop("minimum")

        name = d.pop("name")

        unit = d.pop("unit")

        shown_to_owners = d.pop("shown_to_owners", UNSET)

        sensor_type_in = cls(
            kind=kind,
            maximum=maximum,
            minimum=minimum,
            name=name,
            unit=unit,
            shown_to_owners=shown_to_owners,
        )

        return sensor_type_in
