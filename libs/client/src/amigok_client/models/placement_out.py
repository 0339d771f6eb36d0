from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.placed_out import PlacedOut


T = TypeVar("T", bound="PlacementOut")


@_attrs_define
class PlacementOut:
    """What became of each animal, in the order of the request."""

    animals: list[PlacedOut]
    area_id: None | UUID
    farm_id: UUID
    id: UUID
    placed_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        animals = []
        for animals_item_data in self.animals:
            animals_item = animals_item_data.to_dict()
            animals.append(animals_item)

        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        farm_id = str(self.farm_id)

        id = str(self.id)

        placed_at = self.placed_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "animals": animals,
                "area_id": area_id,
                "farm_id": farm_id,
                "id": id,
                "placed_at": placed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.placed_out import PlacedOut  # noqa: PLC0415

        d = dict(src_dict)
        animals = []
        _animals = d.pop("animals")
        for animals_item_data in _animals:
            animals_item = PlacedOut.from_dict(animals_item_data)

            animals.append(animals_item)

        def _parse_area_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        area_id = _parse_area_id(d.pop("area_id"))

        farm_id = UUID(d.pop("farm_id"))

        id = UUID(d.pop("id"))

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        placement_out = cls(
            animals=animals,
            area_id=area_id,
            farm_id=farm_id,
            id=id,
            placed_at=placed_at,
        )

        placement_out.additional_properties = d
        return placement_out

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
