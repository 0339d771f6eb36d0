from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="HeardOut")


@_attrs_define
class HeardOut:
    """How far the events of one service are known. `differences` counts where its books differ from the figures."""

    differences: int
    heard_at: datetime.datetime
    """ When its newest event that is counted was published """
    source: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        differences = self.differences

        heard_at = self.heard_at.isoformat()

        source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "differences": differences,
                "heard_at": heard_at,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        differences = d.pop("differences")

        heard_at = datetime.datetime.fromisoformat(d.pop("heard_at"))

        source = d.pop("source")

        heard_out = cls(
            differences=differences,
            heard_at=heard_at,
            source=source,
        )

        heard_out.additional_properties = d
        return heard_out

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
