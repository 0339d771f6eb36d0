from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StockDifferenceOut")


@_attrs_define
class StockDifferenceOut:
    """What was fed of an ingredient while none of it was in stock, in kg. The lot is the one that explains it."""

    explained_at: datetime.datetime | None
    explained_by: None | UUID
    explanation: None | str
    farm_id: UUID
    first_fed_at: datetime.datetime
    id: UUID
    ingredient: str
    kg: str
    last_fed_at: datetime.datetime
    lot_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        explained_at: None | str
        if isinstance(self.explained_at, datetime.datetime):
            explained_at = self.explained_at.isoformat()
        else:
            explained_at = self.explained_at

        explained_by: None | str
        if isinstance(self.explained_by, UUID):
            explained_by = str(self.explained_by)
        else:
            explained_by = self.explained_by

        explanation: None | str
        explanation = self.explanation

        farm_id = str(self.farm_id)

        first_fed_at = self.first_fed_at.isoformat()

        id = str(self.id)

        ingredient = self.ingredient

        kg = self.kg

        last_fed_at = self.last_fed_at.isoformat()

        lot_id: None | str
        if isinstance(self.lot_id, UUID):
            lot_id = str(self.lot_id)
        else:
            lot_id = self.lot_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "explained_at": explained_at,
                "explained_by": explained_by,
                "explanation": explanation,
                "farm_id": farm_id,
                "first_fed_at": first_fed_at,
                "id": id,
                "ingredient": ingredient,
                "kg": kg,
                "last_fed_at": last_fed_at,
                "lot_id": lot_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_explained_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                explained_at_type_0 = datetime.datetime.fromisoformat(data)

                return explained_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        explained_at = _parse_explained_at(d.pop("explained_at"))

        def _parse_explained_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                explained_by_type_0 = UUID(data)

                return explained_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        explained_by = _parse_explained_by(d.pop("explained_by"))

        def _parse_explanation(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explanation = _parse_explanation(d.pop("explanation"))

        farm_id = UUID(d.pop("farm_id"))

        first_fed_at = datetime.datetime.fromisoformat(d.pop("first_fed_at"))

        id = UUID(d.pop("id"))

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

        stock_difference_out = cls(
            explained_at=explained_at,
            explained_by=explained_by,
            explanation=explanation,
            farm_id=farm_id,
            first_fed_at=first_fed_at,
            id=id,
            ingredient=ingredient,
            kg=kg,
            last_fed_at=last_fed_at,
            lot_id=lot_id,
        )

        stock_difference_out.additional_properties = d
        return stock_difference_out

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
