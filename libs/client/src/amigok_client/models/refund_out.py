from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.refund_out_animal_type_0 import RefundOutAnimalType0, check_refund_out_animal_type_0
from ..models.refund_out_charged_to import RefundOutChargedTo, check_refund_out_charged_to
from ..models.refund_out_destination import RefundOutDestination, check_refund_out_destination
from ..models.refund_out_origin import RefundOutOrigin, check_refund_out_origin
from ..models.refund_out_state import RefundOutState, check_refund_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="RefundOut")


@_attrs_define
class RefundOut:
    """A refund's current status. `failure` is a stable code if it failed or came back.

    `origin` is `provider` if somebody made the refund at the provider.

    """

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    animal: None | RefundOutAnimalType0
    charged_to: RefundOutChargedTo
    created_at: datetime.datetime
    destination: RefundOutDestination
    ended_at: datetime.datetime | None
    failure: None | str
    """ Known: `insufficient_funds`, `already_refunded`, `payment_disputed`, `refund_too_late`, `failed` """
    id: UUID
    origin: RefundOutOrigin
    payment_id: UUID
    reason: str
    state: RefundOutState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        animal: None | str
        if isinstance(self.animal, str):
            animal = self.animal
        else:
            animal = self.animal

        charged_to: str = self.charged_to

        created_at = self.created_at.isoformat()

        destination: str = self.destination

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        failure: None | str
        failure = self.failure

        id = str(self.id)

        origin: str = self.origin

        payment_id = str(self.payment_id)

        reason = self.reason

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "animal": animal,
                "charged_to": charged_to,
                "created_at": created_at,
                "destination": destination,
                "ended_at": ended_at,
                "failure": failure,
                "id": id,
                "origin": origin,
                "payment_id": payment_id,
                "reason": reason,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        def _parse_animal(data: object) -> None | RefundOutAnimalType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                animal_type_0 = check_refund_out_animal_type_0(data)

                return animal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RefundOutAnimalType0, data)

        animal = _parse_animal(d.pop("animal"))

        charged_to = check_refund_out_charged_to(d.pop("charged_to"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        destination = check_refund_out_destination(d.pop("destination"))

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

        def _parse_failure(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure = _parse_failure(d.pop("failure"))

        id = UUID(d.pop("id"))

        origin = check_refund_out_origin(d.pop("origin"))

        payment_id = UUID(d.pop("payment_id"))

        reason = d.pop("reason")

        state = check_refund_out_state(d.pop("state"))

        refund_out = cls(
            amount=amount,
            animal=animal,
            charged_to=charged_to,
            created_at=created_at,
            destination=destination,
            ended_at=ended_at,
            failure=failure,
            id=id,
            origin=origin,
            payment_id=payment_id,
            reason=reason,
            state=state,
        )

        refund_out.additional_properties = d
        return refund_out

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
