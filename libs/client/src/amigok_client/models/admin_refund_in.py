from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.admin_refund_in_animal_type_0 import AdminRefundInAnimalType0, check_admin_refund_in_animal_type_0
from ..models.admin_refund_in_charged_to import AdminRefundInChargedTo, check_admin_refund_in_charged_to
from ..models.admin_refund_in_destination import AdminRefundInDestination, check_admin_refund_in_destination
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="AdminRefundIn")


@_attrs_define
class AdminRefundIn:
    """A refund of somebody's payment: where the money goes, and who is charged."""

    charged_to: AdminRefundInChargedTo
    destination: AdminRefundInDestination
    reason: str
    amount: MoneyAsked | None | Unset = UNSET
    animal: AdminRefundInAnimalType0 | None | Unset = UNSET
    """ What happens to the animal: it stays with its buyer, or returns to the platform """

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        charged_to: str = self.charged_to

        destination: str = self.destination

        reason = self.reason

        amount: dict[str, Any] | None | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        elif isinstance(self.amount, MoneyAsked):
            amount = self.amount.to_dict()
        else:
            amount = self.amount

        animal: None | str | Unset
        if isinstance(self.animal, Unset):
            animal = UNSET
        elif isinstance(self.animal, str):
            animal = self.animal
        else:
            animal = self.animal

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "charged_to": charged_to,
                "destination": destination,
                "reason": reason,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount
        if animal is not UNSET:
            field_dict["animal"] = animal

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        charged_to = check_admin_refund_in_charged_to(d.pop("charged_to"))

        destination = check_admin_refund_in_destination(d.pop("destination"))

        reason = d.pop("reason")

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

        def _parse_animal(data: object) -> AdminRefundInAnimalType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                animal_type_0 = check_admin_refund_in_animal_type_0(data)

                return animal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AdminRefundInAnimalType0 | None | Unset, data)

        animal = _parse_animal(d.pop("animal", UNSET))

        admin_refund_in = cls(
            charged_to=charged_to,
            destination=destination,
            reason=reason,
            amount=amount,
            animal=animal,
        )

        return admin_refund_in
