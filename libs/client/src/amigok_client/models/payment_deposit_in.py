from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.payment_deposit_in_method import PaymentDepositInMethod, check_payment_deposit_in_method
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="PaymentDepositIn")


@_attrs_define
class PaymentDepositIn:
    """A deposit into your wallet. With `saved_method`, the id of a saved card, the card is charged at once."""

    amount: MoneyAsked
    """ An exact amount. Never a float. """
    method: PaymentDepositInMethod
    purpose: Literal["deposit"]
    saved_method: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        method: str = self.method

        purpose = self.purpose

        saved_method: None | str | Unset
        if isinstance(self.saved_method, Unset):
            saved_method = UNSET
        else:
            saved_method = self.saved_method

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "method": method,
                "purpose": purpose,
            }
        )
        if saved_method is not UNSET:
            field_dict["saved_method"] = saved_method

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        amount = MoneyAsked.from_dict(d.pop("amount"))

        method = check_payment_deposit_in_method(d.pop("method"))

        purpose = cast(Literal["deposit"], d.pop("purpose"))
        if purpose != "deposit":
            raise ValueError(f"purpose must match const 'deposit', got '{purpose}'")

        def _parse_saved_method(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        saved_method = _parse_saved_method(d.pop("saved_method", UNSET))

        payment_deposit_in = cls(
            amount=amount,
            method=method,
            purpose=purpose,
            saved_method=saved_method,
        )

        return payment_deposit_in
