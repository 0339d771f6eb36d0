from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.watch_out_state import WatchOutState, check_watch_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="WatchOut")


@_attrs_define
class WatchOut:
    """A listing that you watch, as it is now."""

    listing_id: UUID
    livestock_id: UUID
    price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    state: WatchOutState
    title: str
    watched_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        listing_id = str(self.listing_id)

        livestock_id = str(self.livestock_id)

        price = self.price.to_dict()

        state: str = self.state

        title = self.title

        watched_at = self.watched_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "listing_id": listing_id,
                "livestock_id": livestock_id,
                "price": price,
                "state": state,
                "title": title,
                "watched_at": watched_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        listing_id = UUID(d.pop("listing_id"))

        livestock_id = UUID(d.pop("livestock_id"))

        price = Money.from_dict(d.pop("price"))

        state = check_watch_out_state(d.pop("state"))

        title = d.pop("title")

        watched_at = datetime.datetime.fromisoformat(d.pop("watched_at"))

        watch_out = cls(
            listing_id=listing_id,
            livestock_id=livestock_id,
            price=price,
            state=state,
            title=title,
            watched_at=watched_at,
        )

        watch_out.additional_properties = d
        return watch_out

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
