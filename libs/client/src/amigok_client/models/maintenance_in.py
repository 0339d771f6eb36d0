from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="MaintenanceIn")


@_attrs_define
class MaintenanceIn:
    """From when until when nothing is said of the device's silence: a month at most."""

    begins_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    ends_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """

    def to_dict(self) -> dict[str, Any]:
        begins_at = self.begins_at.isoformat()

        ends_at = self.ends_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "begins_at": begins_at,
                "ends_at": ends_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        begins_at = datetime.datetime.fromisoformat(d.pop("begins_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        maintenance_in = cls(
            begins_at=begins_at,
            ends_at=ends_at,
        )

        return maintenance_in
