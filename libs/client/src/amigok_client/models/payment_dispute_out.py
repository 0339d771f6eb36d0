from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_dispute_out_provider import PaymentDisputeOutProvider, check_payment_dispute_out_provider
from ..models.payment_dispute_out_state import PaymentDisputeOutState, check_payment_dispute_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="PaymentDisputeOut")


@_attrs_define
class PaymentDisputeOut:
    """A dispute's current status. `reference` is the provider's own id, to answer it there.

    `charged_back` is what the provider took, or kept in the end; `amount` is the disputed part of the payment.

    """

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    charged_back: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    ended_at: datetime.datetime | None
    id: UUID
    livestock_id: None | UUID
    opened_at: datetime.datetime
    order_id: None | UUID
    payment_id: UUID
    provider: PaymentDisputeOutProvider
    reference: str
    state: PaymentDisputeOutState
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        charged_back = self.charged_back.to_dict()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        id = str(self.id)

        livestock_id: None | str
        if isinstance(self.livestock_id, UUID):
            livestock_id = str(self.livestock_id)
        else:
            livestock_id = self.livestock_id

        opened_at = self.opened_at.isoformat()

        order_id: None | str
        if isinstance(self.order_id, UUID):
            order_id = str(self.order_id)
        else:
            order_id = self.order_id

        payment_id = str(self.payment_id)

        provider: str = self.provider

        reference = self.reference

        state: str = self.state

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "charged_back": charged_back,
                "ended_at": ended_at,
                "id": id,
                "livestock_id": livestock_id,
                "opened_at": opened_at,
                "order_id": order_id,
                "payment_id": payment_id,
                "provider": provider,
                "reference": reference,
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

        charged_back = Money.from_dict(d.pop("charged_back"))

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

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

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

        payment_id = UUID(d.pop("payment_id"))

        provider = check_payment_dispute_out_provider(d.pop("provider"))

        reference = d.pop("reference")

        state = check_payment_dispute_out_state(d.pop("state"))

        user_id = UUID(d.pop("user_id"))

        payment_dispute_out = cls(
            amount=amount,
            charged_back=charged_back,
            ended_at=ended_at,
            id=id,
            livestock_id=livestock_id,
            opened_at=opened_at,
            order_id=order_id,
            payment_id=payment_id,
            provider=provider,
            reference=reference,
            state=state,
            user_id=user_id,
        )

        payment_dispute_out.additional_properties = d
        return payment_dispute_out

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
