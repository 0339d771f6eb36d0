from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CalibrationOut")


@_attrs_define
class CalibrationOut:
    """How often ranges of so many days held: four fifths of the time, if they are worth anything.

    `share_low` and `share_high` are what chance alone explains (95 %). Shares are null until something was measured.
    `expected_deaths` is what forecasts came to, `died` what happened.

    """

    above: int
    below: int
    days: int
    died: int
    expected_deaths: str
    forecasts: int
    held: int
    share: None | str
    share_high: None | str
    share_low: None | str
    unmeasured: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        above = self.above

        below = self.below

        days = self.days

        died = self.died

        expected_deaths = self.expected_deaths

        forecasts = self.forecasts

        held = self.held

        share: None | str
        share = self.share

        share_high: None | str
        share_high = self.share_high

        share_low: None | str
        share_low = self.share_low

        unmeasured = self.unmeasured

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "above": above,
                "below": below,
                "days": days,
                "died": died,
                "expected_deaths": expected_deaths,
                "forecasts": forecasts,
                "held": held,
                "share": share,
                "share_high": share_high,
                "share_low": share_low,
                "unmeasured": unmeasured,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        above = d.pop("above")

        below = d.pop("below")

        days = d.pop("days")

        died = d.pop("died")

        expected_deaths = d.pop("expected_deaths")

        forecasts = d.pop("forecasts")

        held = d.pop("held")

        def _parse_share(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        share = _parse_share(d.pop("share"))

        def _parse_share_high(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        share_high = _parse_share_high(d.pop("share_high"))

        def _parse_share_low(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        share_low = _parse_share_low(d.pop("share_low"))

        unmeasured = d.pop("unmeasured")

        calibration_out = cls(
            above=above,
            below=below,
            days=days,
            died=died,
            expected_deaths=expected_deaths,
            forecasts=forecasts,
            held=held,
            share=share,
            share_high=share_high,
            share_low=share_low,
            unmeasured=unmeasured,
        )

        calibration_out.additional_properties = d
        return calibration_out

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
