from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.order_payment_in_method import OrderPaymentInMethod, check_order_payment_in_method
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="OrderPaymentIn")


@_attrs_define
class OrderPaymentIn:
    """A payment for an order that was placed with `pay_with: payment`. `amount` is the price that the payer saw."""

    method: OrderPaymentInMethod
    order_id: UUID
    purpose: Literal["order"]
    amount: MoneyAsked | None | Unset = UNSET
    saved_method: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        method: str = self.method

        order_id = str(self.order_id)

        purpose = self.purpose

        amount: dict[str, Any] | None | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        elif isinstance(self.amount, MoneyAsked):
            amount = self.amount.to_dict()
        else:
            amount = self.amount

        saved_method: None | str | Unset
        if isinstance(self.saved_method, Unset):
            saved_method = UNSET
        else:
            saved_method = self.saved_method

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "method": method,
                "order_id": order_id,
                "purpose": purpose,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount
        if saved_method is not UNSET:
            field_dict["saved_method"] = saved_method

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        method = check_order_payment_in_method(d.pop("method"))

        order_id = UUID(d.pop("order_id"))

        purpose = cast(Literal["order"], d.pop("purpose"))
        if purpose != "order":
            raise ValueError(f"purpose must match const 'order', got '{purpose}'")

        def _parse_amount(data: object) -> MoneyAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                amount_type_0 = MoneyAsked.from_dict(data)

                return amount_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyAsked | None | Unset, data)

        amount = _parse_amount(d.pop("amount", UNSET))

        def _parse_saved_method(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        saved_method = _parse_saved_method(d.pop("saved_method", UNSET))

        order_payment_in = cls(
            method=method,
            order_id=order_id,
            purpose=purpose,
            amount=amount,
            saved_method=saved_method,
        )

        return order_payment_in
