from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.labels_in_format import LabelsInFormat, check_labels_in_format
from ..types import UNSET, Unset

T = TypeVar("T", bound="LabelsIn")


@_attrs_define
class LabelsIn:
    """The labels to print: for these animals, in this order, or for all that live in a farm, by tag number."""

    farm_id: None | Unset | UUID = UNSET
    format_: LabelsInFormat | Unset = "a4_3x8"
    livestock_ids: list[UUID] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        farm_id: None | str | Unset
        if isinstance(self.farm_id, Unset):
            farm_id = UNSET
        elif isinstance(self.farm_id, UUID):
            farm_id = str(self.farm_id)
        else:
            farm_id = self.farm_id

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_

        livestock_ids: list[str] | None | Unset
        if isinstance(self.livestock_ids, Unset):
            livestock_ids = UNSET
        elif isinstance(self.livestock_ids, list):
            livestock_ids = []
            for livestock_ids_type_0_item_data in self.livestock_ids:
                livestock_ids_type_0_item = str(livestock_ids_type_0_item_data)
                livestock_ids.append(livestock_ids_type_0_item)

        else:
            livestock_ids = self.livestock_ids

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if farm_id is not UNSET:
            field_dict["farm_id"] = farm_id
        if format_ is not UNSET:
            field_dict["format"] = format_
        if livestock_ids is not UNSET:
            field_dict["livestock_ids"] = livestock_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_farm_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                farm_id_type_0 = UUID(data)

                return farm_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        farm_id = _parse_farm_id(d.pop("farm_id", UNSET))

        _format_ = d.pop("format", UNSET)
        format_: LabelsInFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = check_labels_in_format(_format_)

        def _parse_livestock_ids(data: object) -> list[UUID] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                livestock_ids_type_0 = []
                _livestock_ids_type_0 = data
                for livestock_ids_type_0_item_data in _livestock_ids_type_0:
                    livestock_ids_type_0_item = UUID(livestock_ids_type_0_item_data)

                    livestock_ids_type_0.append(livestock_ids_type_0_item)

                return livestock_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[UUID] | None | Unset, data)

        livestock_ids = _parse_livestock_ids(d.pop("livestock_ids", UNSET))

        labels_in = cls(
            farm_id=farm_id,
            format_=format_,
            livestock_ids=livestock_ids,
        )

        return labels_in
