from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.readings_out_results_item import ReadingsOutResultsItem, check_readings_out_results_item

T = TypeVar("T", bound="ReadingsOut")


@_attrs_define
class ReadingsOut:
    """What became of each reading, in their order. What is refused is refused again if it is sent again."""

    results: list[ReadingsOutResultsItem]
    stored: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        results = []
        for results_item_data in self.results:
            results_item: str = results_item_data
            results.append(results_item)

        stored = self.stored

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "results": results,
                "stored": stored,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        results = []
        _results = d.pop("results")
        for results_item_data in _results:
            results_item = check_readings_out_results_item(results_item_data)

            results.append(results_item)

        stored = d.pop("stored")

        readings_out = cls(
            results=results,
            stored=stored,
        )

        readings_out.additional_properties = d
        return readings_out

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
