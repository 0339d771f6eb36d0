from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_out_method import PaymentOutMethod, check_payment_out_method
from ..models.payment_out_provider import PaymentOutProvider, check_payment_out_provider
from ..models.payment_out_purpose import PaymentOutPurpose, check_payment_out_purpose
from ..models.payment_out_state import PaymentOutState, check_payment_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="PaymentOut")


@_attrs_define
class PaymentOut:
    """A payment's current status. `reason` is a stable code if it was declined or cancelled."""

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    created_at: datetime.datetime
    ended_at: datetime.datetime | None
    expires_at: datetime.datetime
    id: UUID
    method: PaymentOutMethod
    order_id: None | UUID
    provider: PaymentOutProvider
    purpose: PaymentOutPurpose
    reason: None | str
    """ Known: `expired`, `cancelled`, `declined`, `card_declined`, `insufficient_funds`, `expired_card`,
    `authentication_failed`, `order_cancelled` """
    refunded: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    state: PaymentOutState
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        created_at = self.created_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        method: str = self.method

        order_id: None | str
        if isinstance(self.order_id, UUID):
            order_id = str(self.order_id)
        else:
            order_id = self.order_id

        provider: str = self.provider

        purpose: str = self.purpose

        reason: None | str
        reason = self.reason

        refunded = self.refunded.to_dict()

        state: str = self.state

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "created_at": created_at,
                "ended_at": ended_at,
                "expires_at": expires_at,
                "id": id,
                "method": method,
                "order_id": order_id,
                "provider": provider,
                "purpose": purpose,
                "reason": reason,
                "refunded": refunded,
                "state": state,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        method = check_payment_out_method(d.pop("method"))

        def _parse_order_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                order_id_type_0 = UUID(data)

                return order_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        order_id = _parse_order_id(d.pop("order_id"))

        provider = check_payment_out_provider(d.pop("provider"))

        purpose = check_payment_out_purpose(d.pop("purpose"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        refunded = Money.from_dict(d.pop("refunded"))

        state = check_payment_out_state(d.pop("state"))

        user_id = UUID(d.pop("user_id"))

        payment_out = cls(
            amount=amount,
            created_at=created_at,
            ended_at=ended_at,
            expires_at=expires_at,
            id=id,
            method=method,
            order_id=order_id,
            provider=provider,
            purpose=purpose,
            reason=reason,
            refunded=refunded,
            state=state,
            user_id=user_id,
        )

        payment_out.additional_properties = d
        return payment_out

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
