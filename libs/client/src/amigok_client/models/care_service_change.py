from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.care_service_change_care_type import CareServiceChangeCareType, check_care_service_change_care_type
from ..models.care_service_change_pricing import CareServiceChangePricing, check_care_service_change_pricing
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="CareServiceChange")


@_attrs_define
class CareServiceChange:
    """The whole care service as it is to be. Requests that are under way keep theirs."""

    care_type: CareServiceChangeCareType
    duration_minutes: int
    is_active: bool
    name: str
    prices: list[MoneyAsked]
    """ One for each of EUR, GBP, USD """
    version: int
    """ The version that you have read """
    description: str | Unset = ""
    livestock_type_ids: list[UUID] | Unset = UNSET
    pricing: CareServiceChangePricing | Unset = "fixed"
    veterinarian_ids: list[UUID] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        care_type: str = self.care_type

        duration_minutes = self.duration_minutes

        is_active = self.is_active

        name = self.name

        prices = []
        for prices_item_data in self.prices:
            prices_item = prices_item_data.to_dict()
            prices.append(prices_item)

        version = self.version

        description = self.description

        livestock_type_ids: list[str] | Unset = UNSET
        if not isinstance(self.livestock_type_ids, Unset):
            livestock_type_ids = []
            for livestock_type_ids_item_data in self.livestock_type_ids:
                livestock_type_ids_item = str(livestock_type_ids_item_data)
                livestock_type_ids.append(livestock_type_ids_item)

        pricing: str | Unset = UNSET
        if not isinstance(self.pricing, Unset):
            pricing = self.pricing

        veterinarian_ids: list[str] | Unset = UNSET
        if not isinstance(self.veterinarian_ids, Unset):
            veterinarian_ids = []
            for veterinarian_ids_item_data in self.veterinarian_ids:
                veterinarian_ids_item = str(veterinarian_ids_item_data)
                veterinarian_ids.append(veterinarian_ids_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "care_type": care_type,
                "duration_minutes": duration_minutes,
                "is_active": is_active,
                "name": name,
                "prices": prices,
                "version": version,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if livestock_type_ids is not UNSET:
            field_dict["livestock_type_ids"] = livestock_type_ids
        if pricing is not UNSET:
            field_dict["pricing"] = pricing
        if veterinarian_ids is not UNSET:
            field_dict["veterinarian_ids"] = veterinarian_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        care_type = check_care_service_change_care_type(d.pop("care_type"))

        duration_minutes = d.pop("duration_minutes")

        is_active = d.pop("is_active")

        name = d.pop("name")

        prices = []
        _prices = d.pop("prices")
        for prices_item_data in _prices:
            prices_item = MoneyAsked.from_dict(prices_item_data)

            prices.append(prices_item)

        version = d.pop("version")

        description = d.pop("description", UNSET)

        _livestock_type_ids = d.pop("livestock_type_ids", UNSET)
        livestock_type_ids: list[UUID] | Unset = UNSET
        if _livestock_type_ids is not UNSET:
            livestock_type_ids = []
            for livestock_type_ids_item_data in _livestock_type_ids:
                livestock_type_ids_item = UUID(livestock_type_ids_item_data)

                livestock_type_ids.append(livestock_type_ids_item)

        _pricing = d.pop("pricing", UNSET)
        pricing: CareServiceChangePricing | Unset
        if isinstance(_pricing, Unset):
            pricing = UNSET
        else:
            pricing = check_care_service_change_pricing(_pricing)

        _veterinarian_ids = d.pop("veterinarian_ids", UNSET)
        veterinarian_ids: list[UUID] | Unset = UNSET
        if _veterinarian_ids is not UNSET:
            veterinarian_ids = []
            for veterinarian_ids_item_data in _veterinarian_ids:
                veterinarian_ids_item = UUID(veterinarian_ids_item_data)

                veterinarian_ids.append(veterinarian_ids_item)

        care_service_change = cls(
            care_type=care_type,
            duration_minutes=duration_minutes,
            is_active=is_active,
            name=name,
            prices=prices,
            version=version,
            description=description,
            livestock_type_ids=livestock_type_ids,
            pricing=pricing,
            veterinarian_ids=veterinarian_ids,
        )

        return care_service_change
