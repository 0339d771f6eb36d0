from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AlarmCountsOut")


@_attrs_define
class AlarmCountsOut:
    """How many alarms of a farm are open, and of these how many nobody has acknowledged, by severity."""

    critical: int
    info: int
    open_: int
    unacknowledged: int
    warning: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        critical = self.critical

        info = self.info

        open_ = self.open_

        unacknowledged = self.unacknowledged

        warning = self.warning

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "critical": critical,
                "info": info,
                "open": open_,
                "unacknowledged": unacknowledged,
                "warning": warning,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        critical = d.pop("critical")

        info = d.pop("info")

        open_ = d.pop("open")

        unacknowledged = d.pop("unacknowledged")

        warning = d.pop("warning")

        alarm_counts_out = cls(
            critical=critical,
            info=info,
            open_=open_,
            unacknowledged=unacknowledged,
            warning=warning,
        )

        alarm_counts_out.additional_properties = d
        return alarm_counts_out

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
