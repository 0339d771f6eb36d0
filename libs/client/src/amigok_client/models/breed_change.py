from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.breed_change_characteristics import BreedChangeCharacteristics


T = TypeVar("T", bound="BreedChange")


@_attrs_define
class BreedChange:
    """The whole breed as it is to be; its type stays."""

    is_active: bool
    name: str
    version: int
    """ The version that you have read """
    characteristics: BreedChangeCharacteristics | Unset = UNSET
    description: None | str | Unset = UNSET
    typical_weight_kg: float | None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        is_active = self.is_active

        name = self.name

        version = self.version

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
                "is_active": is_active,
                "name": name,
                "version": version,
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
        from ..models.breed_change_characteristics import BreedChangeCharacteristics  # noqa: PLC0415

        d = dict(src_dict)
        is_active = d.pop("is_active")

        name = d.pop("name")

        version = d.pop("version")

        _characteristics = d.pop("characteristics", UNSET)
        characteristics: BreedChangeCharacteristics | Unset
        if isinstance(_characteristics, Unset):
            characteristics = UNSET
        else:
            characteristics = BreedChangeCharacteristics.from_dict(_characteristics)

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

        breed_change = cls(
            is_active=is_active,
            name=name,
            version=version,
            characteristics=characteristics,
            description=description,
            typical_weight_kg=typical_weight_kg,
        )

        return breed_change
