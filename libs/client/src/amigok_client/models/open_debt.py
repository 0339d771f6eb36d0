from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.open_debt_state import OpenDebtState, check_open_debt_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="OpenDebt")


@_attrs_define
class OpenDebt:
    """What a user owes, or may owe while a payment is disputed (`frozen`), for what `reference_id` is the id of.

    `remaining` is taken as soon as it becomes available, in the order of this list.

    """

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    description: str
    purpose: str
    """ What for, beginning with the service that asked. Known: `marketplace.order`, `farm.removal_fee`,
    `farm.insurance`, `payment.refund`, `payment.charge`, `feed.period`, `feed.welfare`, `feed.correction`,
    `care.request`, `game.entry`, `game.entry_refund`, `game.prize`, `wallet.transfer`, `wallet.withdrawal`,
    `wallet.proceeds`, `wallet.dispute`, `wallet.refund` """
    reference_id: UUID
    remaining: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    since: datetime.datetime
    state: OpenDebtState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        description = self.description

        purpose = self.purpose

        reference_id = str(self.reference_id)

        remaining = self.remaining.to_dict()

        since = self.since.isoformat()

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "description": description,
                "purpose": purpose,
                "reference_id": reference_id,
                "remaining": remaining,
                "since": since,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        description = d.pop("description")

        purpose = d.pop("purpose")

        reference_id = UUID(d.pop("reference_id"))

        remaining = Money.from_dict(d.pop("remaining"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        state = check_open_debt_state(d.pop("state"))

        open_debt = cls(
            amount=amount,
            description=description,
            purpose=purpose,
            reference_id=reference_id,
            remaining=remaining,
            since=since,
            state=state,
        )

        open_debt.additional_properties = d
        return open_debt

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
