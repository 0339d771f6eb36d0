from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.proceeds_out_state import ProceedsOutState, check_proceeds_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="ProceedsOut")


@_attrs_define
class ProceedsOut:
    """A payee's share that waits, or has waited, of what `reference_id` is the id of."""

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    disputed: bool
    """ Its payment is disputed, or was and is lost: it is not released by itself """
    id: UUID
    payee_id: UUID
    payment_id: UUID
    purpose: str
    """ Known: `marketplace.order`, `farm.removal_fee`, `farm.insurance`, `payment.refund`, `payment.charge`,
    `feed.period`, `feed.welfare`, `feed.correction`, `care.request`, `game.entry`, `game.entry_refund`,
    `game.prize`, `wallet.transfer`, `wallet.withdrawal`, `wallet.proceeds`, `wallet.dispute`, `wallet.refund` """
    reference_id: UUID
    release_at: datetime.datetime
    state: ProceedsOutState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        disputed = self.disputed

        id = str(self.id)

        payee_id = str(self.payee_id)

        payment_id = str(self.payment_id)

        purpose = self.purpose

        reference_id = str(self.reference_id)

        release_at = self.release_at.isoformat()

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "disputed": disputed,
                "id": id,
                "payee_id": payee_id,
                "payment_id": payment_id,
                "purpose": purpose,
                "reference_id": reference_id,
                "release_at": release_at,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        disputed = d.pop("disputed")

        id = UUID(d.pop("id"))

        payee_id = UUID(d.pop("payee_id"))

        payment_id = UUID(d.pop("payment_id"))

        purpose = d.pop("purpose")

        reference_id = UUID(d.pop("reference_id"))

        release_at = datetime.datetime.fromisoformat(d.pop("release_at"))

        state = check_proceeds_out_state(d.pop("state"))

        proceeds_out = cls(
            amount=amount,
            disputed=disputed,
            id=id,
            payee_id=payee_id,
            payment_id=payment_id,
            purpose=purpose,
            reference_id=reference_id,
            release_at=release_at,
            state=state,
        )

        proceeds_out.additional_properties = d
        return proceeds_out

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
