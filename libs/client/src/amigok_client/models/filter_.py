from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.filter_dimension import FilterDimension, check_filter_dimension
from ..types import UNSET, Unset

T = TypeVar("T", bound="Filter")


@_attrs_define
class Filter:
    """Only rows whose dimension is, or is not, one of these values."""

    dimension: FilterDimension
    values: list[str]
    is_not: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        dimension: str = self.dimension

        values = self.values

        is_not = self.is_not

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "dimension": dimension,
                "values": values,
            }
        )
        if is_not is not UNSET:
            field_dict["is_not"] = is_not

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        dimension = check_filter_dimension(d.pop("dimension"))

        values = cast(list[str], d.pop("values"))

        is_not = d.pop("is_not", UNSET)

        filter_ = cls(
            dimension=dimension,
            values=values,
            is_not=is_not,
        )

        return filter_
