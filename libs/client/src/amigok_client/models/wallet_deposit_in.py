from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.wallet_deposit_in_method import WalletDepositInMethod, check_wallet_deposit_in_method

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="WalletDepositIn")


@_attrs_define
class WalletDepositIn:
    """So much, paid in this way."""

    amount: MoneyAsked
    """ An exact amount. Never a float. """
    method: WalletDepositInMethod

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        method: str = self.method

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "method": method,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        amount = MoneyAsked.from_dict(d.pop("amount"))

        method = check_wallet_deposit_in_method(d.pop("method"))

        wallet_deposit_in = cls(
            amount=amount,
            method=method,
        )

        return wallet_deposit_in
