from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.measure_out_place_type_0 import MeasureOutPlaceType0, check_measure_out_place_type_0

if TYPE_CHECKING:
    from ..models.spread_out import SpreadOut


T = TypeVar("T", bound="MeasureOut")


@_attrs_define
class MeasureOut:
    """A measure of an animal; null where too little was measured. The cohort is null where it has too few animals."""

    cohort: None | SpreadOut
    place: MeasureOutPlaceType0 | None
    value: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.spread_out import SpreadOut  # noqa: PLC0415

        cohort: dict[str, Any] | None
        if isinstance(self.cohort, SpreadOut):
            cohort = self.cohort.to_dict()
        else:
            cohort = self.cohort

        place: None | str
        if isinstance(self.place, str):
            place = self.place
        else:
            place = self.place

        value: None | str
        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cohort": cohort,
                "place": place,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.spread_out import SpreadOut  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_cohort(data: object) -> None | SpreadOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cohort_type_0 = SpreadOut.from_dict(data)

                return cohort_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SpreadOut, data)

        cohort = _parse_cohort(d.pop("cohort"))

        def _parse_place(data: object) -> MeasureOutPlaceType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                place_type_0 = check_measure_out_place_type_0(data)

                return place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MeasureOutPlaceType0 | None, data)

        place = _parse_place(d.pop("place"))

        def _parse_value(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        value = _parse_value(d.pop("value"))

        measure_out = cls(
            cohort=cohort,
            place=place,
            value=value,
        )

        measure_out.additional_properties = d
        return measure_out

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
