from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.medicine_assignment_in_currency import MedicineAssignmentInCurrency, check_medicine_assignment_in_currency
from ..types import UNSET, Unset

T = TypeVar("T", bound="MedicineAssignmentIn")


@_attrs_define
class MedicineAssignmentIn:
    """A medicine for an animal of this user, and the care service in which it is given."""

    currency: MedicineAssignmentInCurrency
    livestock_id: UUID
    medicine_id: UUID
    quantity: float | str
    service_id: UUID
    due_on: datetime.date | None | Unset = UNSET
    mandatory: bool | Unset = False
    reason: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        currency: str = self.currency

        livestock_id = str(self.livestock_id)

        medicine_id = str(self.medicine_id)

        quantity: float | str
        quantity = self.quantity

        service_id = str(self.service_id)

        due_on: None | str | Unset
        if isinstance(self.due_on, Unset):
            due_on = UNSET
        elif isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        mandatory = self.mandatory

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "livestock_id": livestock_id,
                "medicine_id": medicine_id,
                "quantity": quantity,
                "service_id": service_id,
            }
        )
        if due_on is not UNSET:
            field_dict["due_on"] = due_on
        if mandatory is not UNSET:
            field_dict["mandatory"] = mandatory
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = check_medicine_assignment_in_currency(d.pop("currency"))

        livestock_id = UUID(d.pop("livestock_id"))

        medicine_id = UUID(d.pop("medicine_id"))

        def _parse_quantity(data: object) -> float | str:
            return cast(float | str, data)

        quantity = _parse_quantity(d.pop("quantity"))

        service_id = UUID(d.pop("service_id"))

        def _parse_due_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        due_on = _parse_due_on(d.pop("due_on", UNSET))

        mandatory = d.pop("mandatory", UNSET)

        reason = d.pop("reason", UNSET)

        medicine_assignment_in = cls(
            currency=currency,
            livestock_id=livestock_id,
            medicine_id=medicine_id,
            quantity=quantity,
            service_id=service_id,
            due_on=due_on,
            mandatory=mandatory,
            reason=reason,
        )

        return medicine_assignment_in
