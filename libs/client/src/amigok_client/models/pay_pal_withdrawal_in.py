from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked
    from ..models.pay_pal_account import PayPalAccount


T = TypeVar("T", bound="PayPalWithdrawalIn")


@_attrs_define
class PayPalWithdrawalIn:
    """Money for an account at PayPal."""

    account: PayPalAccount
    """ An account at PayPal. """
    amount: MoneyAsked
    """ An exact amount. Never a float. """
    method: Literal["paypal"]

    def to_dict(self) -> dict[str, Any]:
        account = self.account.to_dict()

        amount = self.amount.to_dict()

        method = self.method

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "account": account,
                "amount": amount,
                "method": method,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415
        from ..models.pay_pal_account import PayPalAccount  # noqa: PLC0415

        d = dict(src_dict)
        account = PayPalAccount.from_dict(d.pop("account"))

        amount = MoneyAsked.from_dict(d.pop("amount"))

        method = cast(Literal["paypal"], d.pop("method"))
        if method != "paypal":
            raise ValueError(f"method must match const 'paypal', got '{method}'")

        pay_pal_withdrawal_in = cls(
            account=account,
            amount=amount,
            method=method,
        )

        return pay_pal_withdrawal_in
