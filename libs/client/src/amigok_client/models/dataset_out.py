from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dataset_out_name import DatasetOutName, check_dataset_out_name

if TYPE_CHECKING:
    from ..models.column_out import ColumnOut


T = TypeVar("T", bound="DatasetOut")


@_attrs_define
class DatasetOut:
    """What can be asked of one kind of facts."""

    dimensions: list[ColumnOut]
    measures: list[ColumnOut]
    name: DatasetOutName
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        dimensions = []
        for dimensions_item_data in self.dimensions:
            dimensions_item = dimensions_item_data.to_dict()
            dimensions.append(dimensions_item)

        measures = []
        for measures_item_data in self.measures:
            measures_item = measures_item_data.to_dict()
            measures.append(measures_item)

        name: str = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dimensions": dimensions,
                "measures": measures,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.column_out import ColumnOut  # noqa: PLC0415

        d = dict(src_dict)
        dimensions = []
        _dimensions = d.pop("dimensions")
        for dimensions_item_data in _dimensions:
            dimensions_item = ColumnOut.from_dict(dimensions_item_data)

            dimensions.append(dimensions_item)

        measures = []
        _measures = d.pop("measures")
        for measures_item_data in _measures:
            measures_item = ColumnOut.from_dict(measures_item_data)

            measures.append(measures_item)

        name = check_dataset_out_name(d.pop("name"))

        dataset_out = cls(
            dimensions=dimensions,
            measures=measures,
            name=name,
        )

        dataset_out.additional_properties = d
        return dataset_out

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
