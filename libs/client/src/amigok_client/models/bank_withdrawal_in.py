from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.bank_account import BankAccount
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="BankWithdrawalIn")


@_attrs_define
class BankWithdrawalIn:
    """Money for an account at a bank."""

    account: BankAccount
    """ An account at a bank, with an IBAN. """
    amount: MoneyAsked
    """ An exact amount. Never a float. """
    method: Literal["bank_transfer"]

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
        from ..models.bank_account import BankAccount  # noqa: PLC0415
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        account = BankAccount.from_dict(d.pop("account"))

        amount = MoneyAsked.from_dict(d.pop("amount"))

        method = cast(Literal["bank_transfer"], d.pop("method"))
        if method != "bank_transfer":
            raise ValueError(f"method must match const 'bank_transfer', got '{method}'")

        bank_withdrawal_in = cls(
            account=account,
            amount=amount,
            method=method,
        )

        return bank_withdrawal_in
