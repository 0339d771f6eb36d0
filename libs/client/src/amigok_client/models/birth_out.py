from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.livestock_details import LivestockDetails


T = TypeVar("T", bound="BirthOut")


@_attrs_define
class BirthOut:
    """A birth with its offspring, in the order in which they were sent."""

    born_at: datetime.datetime
    dam_id: UUID
    id: UUID
    offspring: list[LivestockDetails]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        born_at = self.born_at.isoformat()

        dam_id = str(self.dam_id)

        id = str(self.id)

        offspring = []
        for offspring_item_data in self.offspring:
            offspring_item = offspring_item_data.to_dict()
            offspring.append(offspring_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "born_at": born_at,
                "dam_id": dam_id,
                "id": id,
                "offspring": offspring,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.livestock_details import LivestockDetails  # noqa: PLC0415

        d = dict(src_dict)
        born_at = datetime.datetime.fromisoformat(d.pop("born_at"))

        dam_id = UUID(d.pop("dam_id"))

        id = UUID(d.pop("id"))

        offspring = []
        _offspring = d.pop("offspring")
        for offspring_item_data in _offspring:
            offspring_item = LivestockDetails.from_dict(offspring_item_data)

            offspring.append(offspring_item)

        birth_out = cls(
            born_at=born_at,
            dam_id=dam_id,
            id=id,
            offspring=offspring,
        )

        birth_out.additional_properties = d
        return birth_out

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
