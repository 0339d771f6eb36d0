from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="OfferIn")


@_attrs_define
class OfferIn:
    """An animal for sale. The default title is its breed, type and tag; with `negotiable` buyers may make offers.

    With `fee_basis_points` it is offered only if that is the platform's current fee.

    """

    price: MoneyAsked
    """ An exact amount. Never a float. """
    description: str | Unset = ""
    fee_basis_points: int | None | Unset = UNSET
    negotiable: bool | Unset = False
    title: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        price = self.price.to_dict()

        description = self.description

        fee_basis_points: int | None | Unset
        if isinstance(self.fee_basis_points, Unset):
            fee_basis_points = UNSET
        else:
            fee_basis_points = self.fee_basis_points

        negotiable = self.negotiable

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price": price,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if fee_basis_points is not UNSET:
            field_dict["fee_basis_points"] = fee_basis_points
        if negotiable is not UNSET:
            field_dict["negotiable"] = negotiable
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        price = MoneyAsked.from_dict(d.pop("price"))

        description = d.pop("description", UNSET)

        def _parse_fee_basis_points(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        fee_basis_points = _parse_fee_basis_points(d.pop("fee_basis_points", UNSET))

        negotiable = d.pop("negotiable", UNSET)

        title = d.pop("title", UNSET)

        offer_in = cls(
            price=price,
            description=description,
            fee_basis_points=fee_basis_points,
            negotiable=negotiable,
            title=title,
        )

        return offer_in
