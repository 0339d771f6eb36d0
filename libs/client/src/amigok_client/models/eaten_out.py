from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="EatenOut")


@_attrs_define
class EatenOut:
    """What an animal ate of a lot. Without a lot: of feed that was not in stock and is not explained by one."""

    first_fed_at: datetime.datetime
    ingredient: str
    kg: str
    last_fed_at: datetime.datetime
    lot_id: None | UUID
    lot_number: None | str
    recalled_at: datetime.datetime | None
    supplier: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        first_fed_at = self.first_fed_at.isoformat()

        ingredient = self.ingredient

        kg = self.kg

        last_fed_at = self.last_fed_at.isoformat()

        lot_id: None | str
        if isinstance(self.lot_id, UUID):
            lot_id = str(self.lot_id)
        else:
            lot_id = self.lot_id

        lot_number: None | str
        lot_number = self.lot_number

        recalled_at: None | str
        if isinstance(self.recalled_at, datetime.datetime):
            recalled_at = self.recalled_at.isoformat()
        else:
            recalled_at = self.recalled_at

        supplier: None | str
        supplier = self.supplier

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "first_fed_at": first_fed_at,
                "ingredient": ingredient,
                "kg": kg,
                "last_fed_at": last_fed_at,
                "lot_id": lot_id,
                "lot_number": lot_number,
                "recalled_at": recalled_at,
                "supplier": supplier,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        first_fed_at = datetime.datetime.fromisoformat(d.pop("first_fed_at"))

        ingredient = d.pop("ingredient")

        kg = d.pop("kg")

        last_fed_at = datetime.datetime.fromisoformat(d.pop("last_fed_at"))

        def _parse_lot_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lot_id_type_0 = UUID(data)

                return lot_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        lot_id = _parse_lot_id(d.pop("lot_id"))

        def _parse_lot_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        lot_number = _parse_lot_number(d.pop("lot_number"))

        def _parse_recalled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                recalled_at_type_0 = datetime.datetime.fromisoformat(data)

                return recalled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        recalled_at = _parse_recalled_at(d.pop("recalled_at"))

        def _parse_supplier(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        supplier = _parse_supplier(d.pop("supplier"))

        eaten_out = cls(
            first_fed_at=first_fed_at,
            ingredient=ingredient,
            kg=kg,
            last_fed_at=last_fed_at,
            lot_id=lot_id,
            lot_number=lot_number,
            recalled_at=recalled_at,
            supplier=supplier,
        )

        eaten_out.additional_properties = d
        return eaten_out

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
