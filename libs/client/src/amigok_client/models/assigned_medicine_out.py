from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.assigned_medicine_out_state import AssignedMedicineOutState, check_assigned_medicine_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="AssignedMedicineOut")


@_attrs_define
class AssignedMedicineOut:
    """A medicine that was assigned to your animal. Accept, pay or decline the care request by its `quote_version`.

    `estimate` is what the care is expected to cost, with the medicine's `cost` in it.

    """

    cost: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    due_at: datetime.datetime | None
    estimate: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    livestock_id: UUID
    mandatory: bool
    medicine_id: UUID
    medicine_name: str
    quantity: str
    quote_version: int
    reason: str
    request_id: UUID
    state: AssignedMedicineOutState
    unit: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cost = self.cost.to_dict()

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        estimate = self.estimate.to_dict()

        livestock_id = str(self.livestock_id)

        mandatory = self.mandatory

        medicine_id = str(self.medicine_id)

        medicine_name = self.medicine_name

        quantity = self.quantity

        quote_version = self.quote_version

        reason = self.reason

        request_id = str(self.request_id)

        state: str = self.state

        unit = self.unit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cost": cost,
                "due_at": due_at,
                "estimate": estimate,
                "livestock_id": livestock_id,
                "mandatory": mandatory,
                "medicine_id": medicine_id,
                "medicine_name": medicine_name,
                "quantity": quantity,
                "quote_version": quote_version,
                "reason": reason,
                "request_id": request_id,
                "state": state,
                "unit": unit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        cost = Money.from_dict(d.pop("cost"))

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        estimate = Money.from_dict(d.pop("estimate"))

        livestock_id = UUID(d.pop("livestock_id"))

        mandatory = d.pop("mandatory")

        medicine_id = UUID(d.pop("medicine_id"))

        medicine_name = d.pop("medicine_name")

        quantity = d.pop("quantity")

        quote_version = d.pop("quote_version")

        reason = d.pop("reason")

        request_id = UUID(d.pop("request_id"))

        state = check_assigned_medicine_out_state(d.pop("state"))

        unit = d.pop("unit")

        assigned_medicine_out = cls(
            cost=cost,
            due_at=due_at,
            estimate=estimate,
            livestock_id=livestock_id,
            mandatory=mandatory,
            medicine_id=medicine_id,
            medicine_name=medicine_name,
            quantity=quantity,
            quote_version=quote_version,
            reason=reason,
            request_id=request_id,
            state=state,
            unit=unit,
        )

        assigned_medicine_out.additional_properties = d
        return assigned_medicine_out

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
