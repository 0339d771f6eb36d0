from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.catalogue_out_most_rows import CatalogueOutMostRows
    from ..models.dataset_out import DatasetOut


T = TypeVar("T", bound="CatalogueOut")


@_attrs_define
class CatalogueOut:
    """All that reports can ask for, and how many rows a file may have."""

    datasets: list[DatasetOut]
    most_rows: CatalogueOutMostRows
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        datasets = []
        for datasets_item_data in self.datasets:
            datasets_item = datasets_item_data.to_dict()
            datasets.append(datasets_item)

        most_rows = self.most_rows.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "datasets": datasets,
                "most_rows": most_rows,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.catalogue_out_most_rows import CatalogueOutMostRows  # noqa: PLC0415
        from ..models.dataset_out import DatasetOut  # noqa: PLC0415

        d = dict(src_dict)
        datasets = []
        _datasets = d.pop("datasets")
        for datasets_item_data in _datasets:
            datasets_item = DatasetOut.from_dict(datasets_item_data)

            datasets.append(datasets_item)

        most_rows = CatalogueOutMostRows.from_dict(d.pop("most_rows"))

        catalogue_out = cls(
            datasets=datasets,
            most_rows=most_rows,
        )

        catalogue_out.additional_properties = d
        return catalogue_out

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
