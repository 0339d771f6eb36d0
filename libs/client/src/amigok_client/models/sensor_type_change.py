from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SensorTypeChange")


@_attrs_define
class SensorTypeChange:
    """What may change of a type. Its unit stays, since what was measured is stored in it."""

    maximum: float
    minimum: float
    version: int
    """ The version that you have read """
    shown_to_owners: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        maximum = self.maximum

        minimum = self.minimum

        version = self.version

        shown_to_owners = self.shown_to_owners

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "maximum": maximum,
                "minimum": minimum,
                "version": version,
            }
        )
        if shown_to_owners is not UNSET:
            field_dict["shown_to_owners"] = shown_to_owners

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        maximum = d.pop("maximum")

        minimum = d.pop("minimum")

        version = d.pop("version")

        shown_to_owners = d.pop("shown_to_owners", UNSET)

        sensor_type_change = cls(
            maximum=maximum,
            minimum=minimum,
            version=version,
            shown_to_owners=shown_to_owners,
        )

        return sensor_type_change
