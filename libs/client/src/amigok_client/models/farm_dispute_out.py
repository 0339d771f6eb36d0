from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.farm_dispute_out_state import FarmDisputeOutState, check_farm_dispute_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="FarmDisputeOut")


@_attrs_define
class FarmDisputeOut:
    """A dispute of a payment for an animal, over `amount` of what was `paid`."""

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    changed_at: datetime.datetime
    id: UUID
    livestock_id: UUID
    opened_at: datetime.datetime
    order_id: UUID
    paid: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    state: FarmDisputeOutState
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        changed_at = self.changed_at.isoformat()

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        opened_at = self.opened_at.isoformat()

        order_id = str(self.order_id)

        paid = self.paid.to_dict()

        state: str = self.state

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "changed_at": changed_at,
                "id": id,
                "livestock_id": livestock_id,
                "opened_at": opened_at,
                "order_id": order_id,
                "paid": paid,
                "state": state,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        order_id = UUID(d.pop("order_id"))

        paid = Money.from_dict(d.pop("paid"))

        state = check_farm_dispute_out_state(d.pop("state"))

        user_id = UUID(d.pop("user_id"))

        farm_dispute_out = cls(
            amount=amount,
            changed_at=changed_at,
            id=id,
            livestock_id=livestock_id,
            opened_at=opened_at,
            order_id=order_id,
            paid=paid,
            state=state,
            user_id=user_id,
        )

        farm_dispute_out.additional_properties = d
        return farm_dispute_out

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
