from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.fee_out_listing_type import FeeOutListingType, check_fee_out_listing_type

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="FeeOut")


@_attrs_define
class FeeOut:
    """The platform's fee on a sale. `basis_points` are hundredths of a per cent of the price: 250 means 2.5 %.

    It is at least `minimum`. With a price: the `fee`, and the `proceeds` that are left to the seller.

    """

    basis_points: int
    fee: Money | None
    listing_type: FeeOutListingType
    minimum: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    price: Money | None
    proceeds: Money | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        basis_points = self.basis_points

        fee: dict[str, Any] | None
        if isinstance(self.fee, Money):
            fee = self.fee.to_dict()
        else:
            fee = self.fee

        listing_type: str = self.listing_type

        minimum = self.minimum.to_dict()

        price: dict[str, Any] | None
        if isinstance(self.price, Money):
            price = self.price.to_dict()
        else:
            price = self.price

        proceeds: dict[str, Any] | None
        if isinstance(self.proceeds, Money):
            proceeds = self.proceeds.to_dict()
        else:
            proceeds = self.proceeds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "basis_points": basis_points,
                "fee": fee,
                "listing_type": listing_type,
                "minimum": minimum,
                "price": price,
                "proceeds": proceeds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        basis_points = d.pop("basis_points")

        def _parse_fee(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fee_type_0 = Money.from_dict(data)

                return fee_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        fee = _parse_fee(d.pop("fee"))

        listing_type = check_fee_out_listing_type(d.pop("listing_type"))

        minimum = Money.from_dict(d.pop("minimum"))

        def _parse_price(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_type_0 = Money.from_dict(data)

                return price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        price = _parse_price(d.pop("price"))

        def _parse_proceeds(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                proceeds_type_0 = Money.from_dict(data)

                return proceeds_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        proceeds = _parse_proceeds(d.pop("proceeds"))

        fee_out = cls(
            basis_points=basis_points,
            fee=fee,
            listing_type=listing_type,
            minimum=minimum,
            price=price,
            proceeds=proceeds,
        )

        fee_out.additional_properties = d
        return fee_out

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
