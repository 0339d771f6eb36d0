from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.breed_in_characteristics import BreedInCharacteristics


T = TypeVar("T", bound="BreedIn")


@_attrs_define
class BreedIn:
    livestock_type_id: UUID
    name: str
    characteristics: BreedInCharacteristics | Unset = UNSET
    description: None | str | Unset = UNSET
    typical_weight_kg: float | None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        livestock_type_id = str(self.livestock_type_id)

        name = self.name

        characteristics: dict[str, Any] | Unset = UNSET
        if not isinstance(self.characteristics, Unset):
            characteristics = self.characteristics.to_dict()

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        typical_weight_kg: float | None | str | Unset
        if isinstance(self.typical_weight_kg, Unset):
            typical_weight_kg = UNSET
        else:
            typical_weight_kg = self.typical_weight_kg

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "livestock_type_id": livestock_type_id,
                "name": name,
            }
        )
        if characteristics is not UNSET:
            field_dict["characteristics"] = characteristics
        if description is not UNSET:
            field_dict["description"] = description
        if typical_weight_kg is not UNSET:
            field_dict["typical_weight_kg"] = typical_weight_kg

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.breed_in_characteristics import BreedInCharacteristics  # noqa: PLC0415

        d = dict(src_dict)
        livestock_type_id = UUID(d.pop("livestock_type_id"))

        name = d.pop("name")

        _characteristics = d.pop("characteristics", UNSET)
        characteristics: BreedInCharacteristics | Unset
        if isinstance(_characteristics, Unset):
            characteristics = UNSET
        else:
            characteristics = BreedInCharacteristics.from_dict(_characteristics)

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_typical_weight_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        typical_weight_kg = _parse_typical_weight_kg(d.pop("typical_weight_kg", UNSET))

        breed_in = cls(
            livestock_type_id=livestock_type_id,
            name=name,
            characteristics=characteristics,
            description=description,
            typical_weight_kg=typical_weight_kg,
        )

        return breed_in
