from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FeedConversionOut")


@_attrs_define
class FeedConversionOut:
    """How many kg of feed made a kg of gain, between two weights. `ratio` is null where it gained nothing.

    `is_estimated`: the later weight is the farm's estimate, or what some meals came to was estimated or is not known.

    """

    eaten_kg: str
    gain_kg: str
    is_estimated: bool
    ratio: None | str
    since: datetime.datetime
    until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        eaten_kg = self.eaten_kg

        gain_kg = self.gain_kg

        is_estimated = self.is_estimated

        ratio: None | str
        ratio = self.ratio

        since = self.since.isoformat()

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "eaten_kg": eaten_kg,
                "gain_kg": gain_kg,
                "is_estimated": is_estimated,
                "ratio": ratio,
                "since": since,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        eaten_kg = d.pop("eaten_kg")

        gain_kg = d.pop("gain_kg")

        is_estimated = d.pop("is_estimated")

        def _parse_ratio(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ratio = _parse_ratio(d.pop("ratio"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        feed_conversion_out = cls(
            eaten_kg=eaten_kg,
            gain_kg=gain_kg,
            is_estimated=is_estimated,
            ratio=ratio,
            since=since,
            until=until,
        )

        feed_conversion_out.additional_properties = d
        return feed_conversion_out

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
