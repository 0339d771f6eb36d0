from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="CreditIn")


@_attrs_define
class CreditIn:
    """Money from outside for a user. The reason is for auditors: the user does not see it."""

    amount: MoneyAsked
    """ An exact amount. Never a float. """
    reason: str
    user_id: UUID

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        reason = self.reason

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "reason": reason,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        amount = MoneyAsked.from_dict(d.pop("amount"))

        reason = d.pop("reason")

        user_id = UUID(d.pop("user_id"))

        credit_in = cls(
            amount=amount,
            reason=reason,
            user_id=user_id,
        )

        return credit_in
