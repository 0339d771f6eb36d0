from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.movement_currency import MovementCurrency, check_movement_currency
from ..models.movement_type import MovementType, check_movement_type

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Movement")


@_attrs_define
class Movement:
    """What one transfer did to a wallet; `available_after` is what the owner could spend then."""

    available_after: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    available_change: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    counterparty: None | str
    """ The end of the other user's id; of what was paid to us, our name """
    currency: MovementCurrency
    description: str
    held_change: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    owed_change: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    posted_at: datetime.datetime
    purpose: None | str
    """ What for, beginning with the service that asked. Known: `marketplace.order`, `farm.removal_fee`,
    `farm.insurance`, `payment.refund`, `payment.charge`, `feed.period`, `feed.welfare`, `feed.correction`,
    `care.request`, `game.entry`, `game.entry_refund`, `game.prize`, `wallet.transfer`, `wallet.withdrawal`,
    `wallet.proceeds`, `wallet.dispute`, `wallet.refund` """
    reference_id: None | UUID
    transfer_id: UUID
    type_: MovementType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        available_after = self.available_after.to_dict()

        available_change = self.available_change.to_dict()

        counterparty: None | str
        counterparty = self.counterparty

        currency: str = self.currency

        description = self.description

        held_change = self.held_change.to_dict()

        owed_change = self.owed_change.to_dict()

        posted_at = self.posted_at.isoformat()

        purpose: None | str
        purpose = self.purpose

        reference_id: None | str
        if isinstance(self.reference_id, UUID):
            reference_id = str(self.reference_id)
        else:
            reference_id = self.reference_id

        transfer_id = str(self.transfer_id)

        type_: str = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "available_after": available_after,
                "available_change": available_change,
                "counterparty": counterparty,
                "currency": currency,
                "description": description,
                "held_change": held_change,
                "owed_change": owed_change,
                "posted_at": posted_at,
                "purpose": purpose,
                "reference_id": reference_id,
                "transfer_id": transfer_id,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        available_after = Money.from_dict(d.pop("available_after"))

        available_change = Money.from_dict(d.pop("available_change"))

        def _parse_counterparty(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        counterparty = _parse_counterparty(d.pop("counterparty"))

        currency = check_movement_currency(d.pop("currency"))

        description = d.pop("description")

        held_change = Money.from_dict(d.pop("held_change"))

        owed_change = Money.from_dict(d.pop("owed_change"))

        posted_at = datetime.datetime.fromisoformat(d.pop("posted_at"))

        def _parse_purpose(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        purpose = _parse_purpose(d.pop("purpose"))

        def _parse_reference_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reference_id_type_0 = UUID(data)

                return reference_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        reference_id = _parse_reference_id(d.pop("reference_id"))

        transfer_id = UUID(d.pop("transfer_id"))

        type_ = check_movement_type(d.pop("type"))

        movement = cls(
            available_after=available_after,
            available_change=available_change,
            counterparty=counterparty,
            currency=currency,
            description=description,
            held_change=held_change,
            owed_change=owed_change,
            posted_at=posted_at,
            purpose=purpose,
            reference_id=reference_id,
            transfer_id=transfer_id,
            type_=type_,
        )

        movement.additional_properties = d
        return movement

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
