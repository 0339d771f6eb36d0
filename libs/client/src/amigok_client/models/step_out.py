from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StepOut")


@_attrs_define
class StepOut:
    """How many came so far, of all who registered and of those who took the step before."""

    of_all: None | str
    of_previous: None | str
    people: int | None
    step: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        of_all: None | str
        of_all = self.of_all

        of_previous: None | str
        of_previous = self.of_previous

        people: int | None
        people = self.people

        step = self.step

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "of_all": of_all,
                "of_previous": of_previous,
                "people": people,
                "step": step,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_of_all(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        of_all = _parse_of_all(d.pop("of_all"))

        def _parse_of_previous(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        of_previous = _parse_of_previous(d.pop("of_previous"))

        def _parse_people(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        people = _parse_people(d.pop("people"))

        step = d.pop("step")

        step_out = cls(
            of_all=of_all,
            of_previous=of_previous,
            people=people,
            step=step,
        )

        step_out.additional_properties = d
        return step_out

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
