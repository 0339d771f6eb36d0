from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.debt_out_state import DebtOutState, check_debt_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="DebtOut")


@_attrs_define
class DebtOut:
    """What somebody owes, or may owe, for what `reference_id` is the id of."""

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    description: str
    id: UUID
    livestock_id: None | UUID
    """ The animal that cannot be sold until this is settled """
    purpose: str
    """ `wallet.dispute`, or what a service recorded it for. Known: `marketplace.order`, `farm.removal_fee`,
    `farm.insurance`, `payment.refund`, `payment.charge`, `feed.period`, `feed.welfare`, `feed.correction`,
    `care.request`, `game.entry`, `game.entry_refund`, `game.prize`, `wallet.transfer`, `wallet.withdrawal`,
    `wallet.proceeds`, `wallet.dispute`, `wallet.refund` """
    reference_id: UUID
    remaining: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    since: datetime.datetime
    state: DebtOutState
    taken: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        description = self.description

        id = str(self.id)

        livestock_id: None | str
        if isinstance(self.livestock_id, UUID):
            livestock_id = str(self.livestock_id)
        else:
            livestock_id = self.livestock_id

        purpose = self.purpose

        reference_id = str(self.reference_id)

        remaining = self.remaining.to_dict()

        since = self.since.isoformat()

        state: str = self.state

        taken = self.taken.to_dict()

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "description": description,
                "id": id,
                "livestock_id": livestock_id,
                "purpose": purpose,
                "reference_id": reference_id,
                "remaining": remaining,
                "since": since,
                "state": state,
                "taken": taken,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        description = d.pop("description")

        id = UUID(d.pop("id"))

        def _parse_livestock_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                livestock_id_type_0 = UUID(data)

                return livestock_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        livestock_id = _parse_livestock_id(d.pop("livestock_id"))

        purpose = d.pop("purpose")

        reference_id = UUID(d.pop("reference_id"))

        remaining = Money.from_dict(d.pop("remaining"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        state = check_debt_out_state(d.pop("state"))

        taken = Money.from_dict(d.pop("taken"))

        user_id = UUID(d.pop("user_id"))

        debt_out = cls(
            amount=amount,
            description=description,
            id=id,
            livestock_id=livestock_id,
            purpose=purpose,
            reference_id=reference_id,
            remaining=remaining,
            since=since,
            state=state,
            taken=taken,
            user_id=user_id,
        )

        debt_out.additional_properties = d
        return debt_out

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
