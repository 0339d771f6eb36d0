from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="OpenHold")


@_attrs_define
class OpenHold:
    """Money set aside for what `reference_id` is the id of; without `expires_at` it stays until that ends."""

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    description: str
    expires_at: datetime.datetime | None
    id: UUID
    purpose: str
    """ What for, beginning with the service that asked. Known: `marketplace.order`, `farm.removal_fee`,
    `farm.insurance`, `payment.refund`, `payment.charge`, `feed.period`, `feed.welfare`, `feed.correction`,
    `care.request`, `game.entry`, `game.entry_refund`, `game.prize`, `wallet.transfer`, `wallet.withdrawal`,
    `wallet.proceeds`, `wallet.dispute`, `wallet.refund` """
    reference_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        description = self.description

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        id = str(self.id)

        purpose = self.purpose

        reference_id = str(self.reference_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "description": description,
                "expires_at": expires_at,
                "id": id,
                "purpose": purpose,
                "reference_id": reference_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        description = d.pop("description")

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        purpose = d.pop("purpose")

        reference_id = UUID(d.pop("reference_id"))

        open_hold = cls(
            amount=amount,
            description=description,
            expires_at=expires_at,
            id=id,
            purpose=purpose,
            reference_id=reference_id,
        )

        open_hold.additional_properties = d
        return open_hold

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
