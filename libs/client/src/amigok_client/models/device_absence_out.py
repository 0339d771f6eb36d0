from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DeviceAbsenceOut")


@_attrs_define
class DeviceAbsenceOut:
    """A time in which a device was not heard; it lasts while `back_at` is null."""

    announced: bool
    """ Whether people were told """
    back_at: datetime.datetime | None
    lost_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        announced = self.announced

        back_at: None | str
        if isinstance(self.back_at, datetime.datetime):
            back_at = self.back_at.isoformat()
        else:
            back_at = self.back_at

        lost_at = self.lost_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "announced": announced,
                "back_at": back_at,
                "lost_at": lost_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        announced = d.pop("announced")

        def _parse_back_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                back_at_type_0 = datetime.datetime.fromisoformat(data)

                return back_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        back_at = _parse_back_at(d.pop("back_at"))

        lost_at = datetime.datetime.fromisoformat(d.pop("lost_at"))

        device_absence_out = cls(
            announced=announced,
            back_at=back_at,
            lost_at=lost_at,
        )

        device_absence_out.additional_properties = d
        return device_absence_out

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
