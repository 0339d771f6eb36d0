from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.unusual_exit_state import UnusualExitState, check_unusual_exit_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="UnusualExit")


@_attrs_define
class UnusualExit:
    """Something unusual that left or was refused."""

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    at: datetime.datetime
    purpose: str
    """ What for, beginning with the service that asked. Known: `marketplace.order`, `farm.removal_fee`,
    `farm.insurance`, `payment.refund`, `payment.charge`, `feed.period`, `feed.welfare`, `feed.correction`,
    `care.request`, `game.entry`, `game.entry_refund`, `game.prize`, `wallet.transfer`, `wallet.withdrawal`,
    `wallet.proceeds`, `wallet.dispute`, `wallet.refund` """
    reason: None | str
    """ Known: `insufficient_funds`, `wallet_missing`, `account_inactive`, `exits_stopped`, `dispute_open`,
    `daily_limit_exceeded`, `exit_delayed`, `step_up_required`, `second_factor_required`, `payee_unavailable`,
    `payment_of_another`, `payment_used_up`, `purpose_limit_exceeded`, `purpose_daily_limit_exceeded` """
    reference_id: UUID
    signs: list[str]
    """ Known: `new_recipient`, `new_device`, `credentials_changed`, `single_factor`, `new_account`, `large_amount`
    """
    state: UnusualExitState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        at = self.at.isoformat()

        purpose = self.purpose

        reason: None | str
        reason = self.reason

        reference_id = str(self.reference_id)

        signs = self.signs

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "at": at,
                "purpose": purpose,
                "reason": reason,
                "reference_id": reference_id,
                "signs": signs,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        purpose = d.pop("purpose")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        reference_id = UUID(d.pop("reference_id"))

        signs = cast(list[str], d.pop("signs"))

        state = check_unusual_exit_state(d.pop("state"))

        unusual_exit = cls(
            amount=amount,
            at=at,
            purpose=purpose,
            reason=reason,
            reference_id=reference_id,
            signs=signs,
            state=state,
        )

        unusual_exit.additional_properties = d
        return unusual_exit

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
