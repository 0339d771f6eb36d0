from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.care_service_in_care_type import CareServiceInCareType, check_care_service_in_care_type
from ..models.care_service_in_pricing import CareServiceInPricing, check_care_service_in_pricing
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="CareServiceIn")


@_attrs_define
class CareServiceIn:
    """`fixed`: the price is the quote. `estimated`: somebody quotes each time.

    Without `livestock_type_ids` it is for all types; without `veterinarian_ids` every veterinarian may do it.

    """

    care_type: CareServiceInCareType
    duration_minutes: int
    name: str
    prices: list[MoneyAsked]
    """ One for each of EUR, GBP, USD """
    description: str | Unset = ""
    livestock_type_ids: list[UUID] | Unset = UNSET
    pricing: CareServiceInPricing | Unset = "fixed"
    veterinarian_ids: list[UUID] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        care_type: str = self.care_type

        duration_minutes = self.duration_minutes

        name = self.name

        prices = []
        for prices_item_data in self.prices:
            prices_item = prices_item_data.to_dict()
            prices.append(prices_item)

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
                "name": name,
                "prices": prices,
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
        care_type = check_care_service_in_care_type(d.pop("care_type"))

        duration_minutes = d.pop("duration_minutes")

        name = d.pop("name")

        prices = []
        _prices = d.pop("prices")
        for prices_item_data in _prices:
            prices_item = MoneyAsked.from_dict(prices_item_data)

            prices.append(prices_item)

        description = d.pop("description", UNSET)

        _livestock_type_ids = d.pop("livestock_type_ids", UNSET)
        livestock_type_ids: list[UUID] | Unset = UNSET
        if _livestock_type_ids is not UNSET:
            livestock_type_ids = []
            for livestock_type_ids_item_data in _livestock_type_ids:
                livestock_type_ids_item = UUID(livestock_type_ids_item_data)

                livestock_type_ids.append(livestock_type_ids_item)

        _pricing = d.pop("pricing", UNSET)
        pricing: CareServiceInPricing | Unset
        if isinstance(_pricing, Unset):
            pricing = UNSET
        else:
            pricing = check_care_service_in_pricing(_pricing)

        _veterinarian_ids = d.pop("veterinarian_ids", UNSET)
        veterinarian_ids: list[UUID] | Unset = UNSET
        if _veterinarian_ids is not UNSET:
            veterinarian_ids = []
            for veterinarian_ids_item_data in _veterinarian_ids:
                veterinarian_ids_item = UUID(veterinarian_ids_item_data)

                veterinarian_ids.append(veterinarian_ids_item)

        care_service_in = cls(
            care_type=care_type,
            duration_minutes=duration_minutes,
            name=name,
            prices=prices,
            description=description,
            livestock_type_ids=livestock_type_ids,
            pricing=pricing,
            veterinarian_ids=veterinarian_ids,
        )

        return care_service_in
