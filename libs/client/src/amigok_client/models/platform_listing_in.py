from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked
    from ..models.new_animal_in import NewAnimalIn


T = TypeVar("T", bound="PlatformListingIn")


@_attrs_define
class PlatformListingIn:
    """An animal of the platform, for sale: one that the farm has, or one from outside, which the farm registers."""

    price: MoneyAsked
    """ An exact amount. Never a float. """
    animal: NewAnimalIn | None | Unset = UNSET
    description: str | Unset = ""
    fee_basis_points: int | None | Unset = UNSET
    livestock_id: None | Unset | UUID = UNSET
    negotiable: bool | Unset = False
    title: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_animal_in import NewAnimalIn  # noqa: PLC0415

        price = self.price.to_dict()

        animal: dict[str, Any] | None | Unset
        if isinstance(self.animal, Unset):
            animal = UNSET
        elif isinstance(self.animal, NewAnimalIn):
            animal = self.animal.to_dict()
        else:
            animal = self.animal

        description = self.description

        fee_basis_points: int | None | Unset
        if isinstance(self.fee_basis_points, Unset):
            fee_basis_points = UNSET
        else:
            fee_basis_points = self.fee_basis_points

        livestock_id: None | str | Unset
        if isinstance(self.livestock_id, Unset):
            livestock_id = UNSET
        elif isinstance(self.livestock_id, UUID):
            livestock_id = str(self.livestock_id)
        else:
            livestock_id = self.livestock_id

        negotiable = self.negotiable

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price": price,
            }
        )
        if animal is not UNSET:
            field_dict["animal"] = animal
        if description is not UNSET:
            field_dict["description"] = description
        if fee_basis_points is not UNSET:
            field_dict["fee_basis_points"] = fee_basis_points
        if livestock_id is not UNSET:
            field_dict["livestock_id"] = livestock_id
        if negotiable is not UNSET:
            field_dict["negotiable"] = negotiable
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415
        from ..models.new_animal_in import NewAnimalIn  # noqa: PLC0415

        d = dict(src_dict)
        price = MoneyAsked.from_dict(d.pop("price"))

        def _parse_animal(data: object) -> NewAnimalIn | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                animal_type_0 = NewAnimalIn.from_dict(data)

                return animal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewAnimalIn | None | Unset, data)

        animal = _parse_animal(d.pop("animal", UNSET))

        description = d.pop("description", UNSET)

        def _parse_fee_basis_points(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        fee_basis_points = _parse_fee_basis_points(d.pop("fee_basis_points", UNSET))

        def _parse_livestock_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                livestock_id_type_0 = UUID(data)

                return livestock_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        livestock_id = _parse_livestock_id(d.pop("livestock_id", UNSET))

        negotiable = d.pop("negotiable", UNSET)

        title = d.pop("title", UNSET)

        platform_listing_in = cls(
            price=price,
            animal=animal,
            description=description,
            fee_basis_points=fee_basis_points,
            livestock_id=livestock_id,
            negotiable=negotiable,
            title=title,
        )

        return platform_listing_in
