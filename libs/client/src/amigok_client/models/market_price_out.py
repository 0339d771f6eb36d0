from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="MarketPriceOut")


@_attrs_define
class MarketPriceOut:
    """What animals of a class were sold for, from a day on. Of fewer than five sales all but the class is null.

    Weights are those of the last weighing before the sale. `per_kg_low` and `per_kg_high` are quartiles; `spread` is
    what lies between them, as a part of the middle. `days_to_sell` is half of them, from the publishing of the listing.

    """

    begins_on: datetime.date
    breed_id: None | UUID
    breed_name: None | str
    currency: str
    days_to_sell: None | str
    livestock_type_id: UUID
    per_kg: None | str
    per_kg_high: None | str
    per_kg_low: None | str
    sales: int | None
    spread: None | str
    type_name: str
    volume: Money | None
    weight_below_kg: int
    weight_from_kg: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        begins_on = self.begins_on.isoformat()

        breed_id: None | str
        if isinstance(self.breed_id, UUID):
            breed_id = str(self.breed_id)
        else:
            breed_id = self.breed_id

        breed_name: None | str
        breed_name = self.breed_name

        currency = self.currency

        days_to_sell: None | str
        days_to_sell = self.days_to_sell

        livestock_type_id = str(self.livestock_type_id)

        per_kg: None | str
        per_kg = self.per_kg

        per_kg_high: None | str
        per_kg_high = self.per_kg_high

        per_kg_low: None | str
        per_kg_low = self.per_kg_low

        sales: int | None
        sales = self.sales

        spread: None | str
        spread = self.spread

        type_name = self.type_name

        volume: dict[str, Any] | None
        if isinstance(self.volume, Money):
            volume = self.volume.to_dict()
        else:
            volume = self.volume

        weight_below_kg = self.weight_below_kg

        weight_from_kg = self.weight_from_kg

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "begins_on": begins_on,
                "breed_id": breed_id,
                "breed_name": breed_name,
                "currency": currency,
                "days_to_sell": days_to_sell,
                "livestock_type_id": livestock_type_id,
                "per_kg": per_kg,
                "per_kg_high": per_kg_high,
                "per_kg_low": per_kg_low,
                "sales": sales,
                "spread": spread,
                "type_name": type_name,
                "volume": volume,
                "weight_below_kg": weight_below_kg,
                "weight_from_kg": weight_from_kg,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        begins_on = datetime.date.fromisoformat(d.pop("begins_on"))

        def _parse_breed_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                breed_id_type_0 = UUID(data)

                return breed_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        breed_id = _parse_breed_id(d.pop("breed_id"))

        def _parse_breed_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        breed_name = _parse_breed_name(d.pop("breed_name"))

        currency = d.pop("currency")

        def _parse_days_to_sell(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        days_to_sell = _parse_days_to_sell(d.pop("days_to_sell"))

        livestock_type_id = UUID(d.pop("livestock_type_id"))

        def _parse_per_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        per_kg = _parse_per_kg(d.pop("per_kg"))

        def _parse_per_kg_high(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        per_kg_high = _parse_per_kg_high(d.pop("per_kg_high"))

        def _parse_per_kg_low(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        per_kg_low = _parse_per_kg_low(d.pop("per_kg_low"))

        def _parse_sales(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sales = _parse_sales(d.pop("sales"))

        def _parse_spread(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        spread = _parse_spread(d.pop("spread"))

        type_name = d.pop("type_name")

        def _parse_volume(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                volume_type_0 = Money.from_dict(data)

                return volume_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        volume = _parse_volume(d.pop("volume"))

        weight_below_kg = d.pop("weight_below_kg")

        weight_from_kg = d.pop("weight_from_kg")

        market_price_out = cls(
            begins_on=begins_on,
            breed_id=breed_id,
            breed_name=breed_name,
            currency=currency,
            days_to_sell=days_to_sell,
            livestock_type_id=livestock_type_id,
            per_kg=per_kg,
            per_kg_high=per_kg_high,
            per_kg_low=per_kg_low,
            sales=sales,
            spread=spread,
            type_name=type_name,
            volume=volume,
            weight_below_kg=weight_below_kg,
            weight_from_kg=weight_from_kg,
        )

        market_price_out.additional_properties = d
        return market_price_out

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
