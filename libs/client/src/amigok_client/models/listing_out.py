from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.listing_out_listing_type import ListingOutListingType, check_listing_out_listing_type
from ..models.listing_out_state import ListingOutState, check_listing_out_state

if TYPE_CHECKING:
    from ..models.block import Block
    from ..models.money import Money


T = TypeVar("T", bound="ListingOut")


@_attrs_define
class ListingOut:
    """An animal for sale, with what the farm says about it. If it is not `sellable`, nobody can buy it for now.

    The buyer pays the `price`, of which the seller pays the `fee` to the platform. `fee_basis_points`, in hundredths of
    a per cent of the price, never changes. The price does only with `version`. `photos` are the paths of the farm's
    pictures, the cover first. What the farm says is empty in a draft.

    """

    blocks: list[Block]
    breed_name: str
    created_at: datetime.datetime
    description: str
    expires_at: datetime.datetime | None
    farm_name: str
    featured: bool
    fee: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    fee_basis_points: int
    id: UUID
    listing_type: ListingOutListingType
    livestock_id: UUID
    negotiable: bool
    photos: list[str]
    price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    sellable: bool
    sex: str
    """ Known: `female`, `male` """
    state: ListingOutState
    tag_number: str
    title: str
    type_name: str
    version: int
    views: int
    weight_kg: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        blocks = []
        for blocks_item_data in self.blocks:
            blocks_item = blocks_item_data.to_dict()
            blocks.append(blocks_item)

        breed_name = self.breed_name

        created_at = self.created_at.isoformat()

        description = self.description

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        farm_name = self.farm_name

        featured = self.featured

        fee = self.fee.to_dict()

        fee_basis_points = self.fee_basis_points

        id = str(self.id)

        listing_type: str = self.listing_type

        livestock_id = str(self.livestock_id)

        negotiable = self.negotiable

        photos = self.photos

        price = self.price.to_dict()

        sellable = self.sellable

        sex = self.sex

        state: str = self.state

        tag_number = self.tag_number

        title = self.title

        type_name = self.type_name

        version = self.version

        views = self.views

        weight_kg = self.weight_kg

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "blocks": blocks,
                "breed_name": breed_name,
                "created_at": created_at,
                "description": description,
                "expires_at": expires_at,
                "farm_name": farm_name,
                "featured": featured,
                "fee": fee,
                "fee_basis_points": fee_basis_points,
                "id": id,
                "listing_type": listing_type,
                "livestock_id": livestock_id,
                "negotiable": negotiable,
                "photos": photos,
                "price": price,
                "sellable": sellable,
                "sex": sex,
                "state": state,
                "tag_number": tag_number,
                "title": title,
                "type_name": type_name,
                "version": version,
                "views": views,
                "weight_kg": weight_kg,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.block import Block  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        blocks = []
        _blocks = d.pop("blocks")
        for blocks_item_data in _blocks:
            blocks_item = Block.from_dict(blocks_item_data)

            blocks.append(blocks_item)

        breed_name = d.pop("breed_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        description = d.pop("description")

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        farm_name = d.pop("farm_name")

        featured = d.pop("featured")

        fee = Money.from_dict(d.pop("fee"))

        fee_basis_points = d.pop("fee_basis_points")

        id = UUID(d.pop("id"))

        listing_type = check_listing_out_listing_type(d.pop("listing_type"))

        livestock_id = UUID(d.pop("livestock_id"))

        negotiable = d.pop("negotiable")

        photos = cast(list[str], d.pop("photos"))

        price = Money.from_dict(d.pop("price"))

        sellable = d.pop("sellable")

        sex = d.pop("sex")

        state = check_listing_out_state(d.pop("state"))

        tag_number = d.pop("tag_number")

        title = d.pop("title")

        type_name = d.pop("type_name")

        version = d.pop("version")

        views = d.pop("views")

        weight_kg = d.pop("weight_kg")

        listing_out = cls(
            blocks=blocks,
            breed_name=breed_name,
            created_at=created_at,
            description=description,
            expires_at=expires_at,
            farm_name=farm_name,
            featured=featured,
            fee=fee,
            fee_basis_points=fee_basis_points,
            id=id,
            listing_type=listing_type,
            livestock_id=livestock_id,
            negotiable=negotiable,
            photos=photos,
            price=price,
            sellable=sellable,
            sex=sex,
            state=state,
            tag_number=tag_number,
            title=title,
            type_name=type_name,
            version=version,
            views=views,
            weight_kg=weight_kg,
        )

        listing_out.additional_properties = d
        return listing_out

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
