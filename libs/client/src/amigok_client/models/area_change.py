from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AreaChange")


@_attrs_define
class AreaChange:
    """The whole area as it is to be."""

    is_active: bool
    name: str
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        is_active = self.is_active

        name = self.name

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "is_active": is_active,
                "name": name,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_active = d.pop("is_active")

        name = d.pop("name")

        version = d.pop("version")

        area_change = cls(
            is_active=is_active,
            name=name,
            version=version,
        )

        return area_change
