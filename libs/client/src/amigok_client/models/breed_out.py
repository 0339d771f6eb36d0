from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.breed_out_characteristics import BreedOutCharacteristics


T = TypeVar("T", bound="BreedOut")


@_attrs_define
class BreedOut:
    characteristics: BreedOutCharacteristics
    description: None | str
    id: UUID
    is_active: bool
    livestock_type_id: UUID
    name: str
    typical_weight_kg: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        characteristics = self.characteristics.to_dict()

        description: None | str
        description = self.description

        id = str(self.id)

        is_active = self.is_active

        livestock_type_id = str(self.livestock_type_id)

        name = self.name

        typical_weight_kg: None | str
        typical_weight_kg = self.typical_weight_kg

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "characteristics": characteristics,
                "description": description,
                "id": id,
                "is_active": is_active,
                "livestock_type_id": livestock_type_id,
                "name": name,
                "typical_weight_kg": typical_weight_kg,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.breed_out_characteristics import BreedOutCharacteristics  # noqa: PLC0415

        d = dict(src_dict)
        characteristics = BreedOutCharacteristics.from_dict(d.pop("characteristics"))

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        id = UUID(d.pop("id"))

        is_active = d.pop("is_active")

        livestock_type_id = UUID(d.pop("livestock_type_id"))

        name = d.pop("name")

        def _parse_typical_weight_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        typical_weight_kg = _parse_typical_weight_kg(d.pop("typical_weight_kg"))

        version = d.pop("version")

        breed_out = cls(
            characteristics=characteristics,
            description=description,
            id=id,
            is_active=is_active,
            livestock_type_id=livestock_type_id,
            name=name,
            typical_weight_kg=typical_weight_kg,
            version=version,
        )

        breed_out.additional_properties = d
        return breed_out

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
