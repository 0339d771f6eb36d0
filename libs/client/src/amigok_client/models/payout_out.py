from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payout_out_provider import PayoutOutProvider, check_payout_out_provider
from ..models.payout_out_state import PayoutOutState, check_payout_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="PayoutOut")


@_attrs_define
class PayoutOut:
    """A payout's current status. `reference` is the provider's own id."""

    asked_at: datetime.datetime | None
    attempts: int
    created_at: datetime.datetime
    ended_at: datetime.datetime | None
    id: UUID
    method: str
    """ Known: `bank_transfer`, `paypal` """
    money: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    provider: PayoutOutProvider
    reason: None | str
    """ Known: `account_closed`, `account_unknown`, `provider_balance_insufficient`, `failed` """
    reference: None | str
    state: PayoutOutState
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asked_at: None | str
        if isinstance(self.asked_at, datetime.datetime):
            asked_at = self.asked_at.isoformat()
        else:
            asked_at = self.asked_at

        attempts = self.attempts

        created_at = self.created_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        id = str(self.id)

        method = self.method

        money = self.money.to_dict()

        provider: str = self.provider

        reason: None | str
        reason = self.reason

        reference: None | str
        reference = self.reference

        state: str = self.state

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asked_at": asked_at,
                "attempts": attempts,
                "created_at": created_at,
                "ended_at": ended_at,
                "id": id,
                "method": method,
                "money": money,
                "provider": provider,
                "reason": reason,
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

        def _parse_asked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                asked_at_type_0 = datetime.datetime.fromisoformat(data)

                return asked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        asked_at = _parse_asked_at(d.pop("asked_at"))

        attempts = d.pop("attempts")

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

        id = UUID(d.pop("id"))

        method = d.pop("method")

        money = Money.from_dict(d.pop("money"))

        provider = check_payout_out_provider(d.pop("provider"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reference = _parse_reference(d.pop("reference"))

        state = check_payout_out_state(d.pop("state"))

        user_id = UUID(d.pop("user_id"))

        payout_out = cls(
            asked_at=asked_at,
            attempts=attempts,
            created_at=created_at,
            ended_at=ended_at,
            id=id,
            method=method,
            money=money,
            provider=provider,
            reason=reason,
            reference=reference,
            state=state,
            user_id=user_id,
        )

        payout_out.additional_properties = d
        return payout_out

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
