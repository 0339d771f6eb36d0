from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.case_out import CaseOut


T = TypeVar("T", bound="CasesOut")


@_attrs_define
class CasesOut:
    """The cases that a forecast was made of, from the smallest gain to the largest; those that died come first."""

    forecast_id: UUID
    items: list[CaseOut]
    made_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        forecast_id = str(self.forecast_id)

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        made_at = self.made_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "forecast_id": forecast_id,
                "items": items,
                "made_at": made_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_out import CaseOut  # noqa: PLC0415

        d = dict(src_dict)
        forecast_id = UUID(d.pop("forecast_id"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = CaseOut.from_dict(items_item_data)

            items.append(items_item)

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        cases_out = cls(
            forecast_id=forecast_id,
            items=items,
            made_at=made_at,
        )

        cases_out.additional_properties = d
        return cases_out

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
