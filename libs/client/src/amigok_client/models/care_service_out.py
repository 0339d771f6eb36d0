from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.care_service_out_care_type import CareServiceOutCareType, check_care_service_out_care_type
from ..models.care_service_out_pricing import CareServiceOutPricing, check_care_service_out_pricing

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="CareServiceOut")


@_attrs_define
class CareServiceOut:
    care_type: CareServiceOutCareType
    description: str
    duration_minutes: int
    id: UUID
    is_active: bool
    livestock_type_ids: list[UUID]
    name: str
    prices: list[Money]
    pricing: CareServiceOutPricing
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        care_type: str = self.care_type

        description = self.description

        duration_minutes = self.duration_minutes

        id = str(self.id)

        is_active = self.is_active

        livestock_type_ids = []
        for livestock_type_ids_item_data in self.livestock_type_ids:
            livestock_type_ids_item = str(livestock_type_ids_item_data)
            livestock_type_ids.append(livestock_type_ids_item)

        name = self.name

        prices = []
        for prices_item_data in self.prices:
            prices_item = prices_item_data.to_dict()
            prices.append(prices_item)

        pricing: str = self.pricing

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "care_type": care_type,
                "description": description,
                "duration_minutes": duration_minutes,
                "id": id,
                "is_active": is_active,
                "livestock_type_ids": livestock_type_ids,
                "name": name,
                "prices": prices,
                "pricing": pricing,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        care_type = check_care_service_out_care_type(d.pop("care_type"))

        description = d.pop("description")

        duration_minutes = d.pop("duration_minutes")

        id = UUID(d.pop("id"))

        is_active = d.pop("is_active")

        livestock_type_ids = []
        _livestock_type_ids = d.pop("livestock_type_ids")
        for livestock_type_ids_item_data in _livestock_type_ids:
            livestock_type_ids_item = UUID(livestock_type_ids_item_data)

            livestock_type_ids.append(livestock_type_ids_item)

        name = d.pop("name")

        prices = []
        _prices = d.pop("prices")
        for prices_item_data in _prices:
            prices_item = Money.from_dict(prices_item_data)

            prices.append(prices_item)

        pricing = check_care_service_out_pricing(d.pop("pricing"))

        version = d.pop("version")

        care_service_out = cls(
            care_type=care_type,
            description=description,
            duration_minutes=duration_minutes,
            id=id,
            is_active=is_active,
            livestock_type_ids=livestock_type_ids,
            name=name,
            prices=prices,
            pricing=pricing,
            version=version,
        )

        care_service_out.additional_properties = d
        return care_service_out

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
