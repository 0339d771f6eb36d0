from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="SaleOut")


@_attrs_define
class SaleOut:
    """A sale that prices come from. Nobody is named."""

    at: datetime.datetime
    event_id: UUID
    livestock_id: UUID
    order_id: UUID
    price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    weight_kg: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        event_id = str(self.event_id)

        livestock_id = str(self.livestock_id)

        order_id = str(self.order_id)

        price = self.price.to_dict()

        weight_kg = self.weight_kg

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "event_id": event_id,
                "livestock_id": livestock_id,
                "order_id": order_id,
                "price": price,
                "weight_kg": weight_kg,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        event_id = UUID(d.pop("event_id"))

        livestock_id = UUID(d.pop("livestock_id"))

        order_id = UUID(d.pop("order_id"))

        price = Money.from_dict(d.pop("price"))

        weight_kg = d.pop("weight_kg")

        sale_out = cls(
            at=at,
            event_id=event_id,
            livestock_id=livestock_id,
            order_id=order_id,
            price=price,
            weight_kg=weight_kg,
        )

        sale_out.additional_properties = d
        return sale_out

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
