from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="PlatformOfferIn")


@_attrs_define
class PlatformOfferIn:
    """An animal that belongs to the platform, for sale."""

    livestock_id: UUID
    price: MoneyAsked
    """ An exact amount. Never a float. """
    description: str | Unset = ""
    fee_basis_points: int | None | Unset = UNSET
    negotiable: bool | Unset = False
    title: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        livestock_id = str(self.livestock_id)

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
                "livestock_id": livestock_id,
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
        livestock_id = UUID(d.pop("livestock_id"))

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

        platform_offer_in = cls(
            livestock_id=livestock_id,
            price=price,
            description=description,
            fee_basis_points=fee_basis_points,
            negotiable=negotiable,
            title=title,
        )

        return platform_offer_in
