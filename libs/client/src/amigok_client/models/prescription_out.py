from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.prescription_out_state import PrescriptionOutState, check_prescription_out_state

T = TypeVar("T", bound="PrescriptionOut")


@_attrs_define
class PrescriptionOut:
    """What was prescribed, `times` doses. Withdrawal periods count from the last dose that was given."""

    dispensed_at: datetime.datetime | None
    dose: str
    ended_at: datetime.datetime | None
    every_hours: int
    first_at: datetime.datetime
    id: UUID
    instructions: None | str
    livestock_id: UUID
    meat_days: int
    medicine_id: UUID
    medicine_name: str
    milk_days: int
    prescribed_at: datetime.datetime
    prescribed_by: UUID
    request_id: UUID
    route: str
    state: PrescriptionOutState
    times: int
    unit: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        dispensed_at: None | str
        if isinstance(self.dispensed_at, datetime.datetime):
            dispensed_at = self.dispensed_at.isoformat()
        else:
            dispensed_at = self.dispensed_at

        dose = self.dose

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        every_hours = self.every_hours

        first_at = self.first_at.isoformat()

        id = str(self.id)

        instructions: None | str
        instructions = self.instructions

        livestock_id = str(self.livestock_id)

        meat_days = self.meat_days

        medicine_id = str(self.medicine_id)

        medicine_name = self.medicine_name

        milk_days = self.milk_days

        prescribed_at = self.prescribed_at.isoformat()

        prescribed_by = str(self.prescribed_by)

        request_id = str(self.request_id)

        route = self.route

        state: str = self.state

        times = self.times

        unit = self.unit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dispensed_at": dispensed_at,
                "dose": dose,
                "ended_at": ended_at,
                "every_hours": every_hours,
                "first_at": first_at,
                "id": id,
                "instructions": instructions,
                "livestock_id": livestock_id,
                "meat_days": meat_days,
                "medicine_id": medicine_id,
                "medicine_name": medicine_name,
                "milk_days": milk_days,
                "prescribed_at": prescribed_at,
                "prescribed_by": prescribed_by,
                "request_id": request_id,
                "route": route,
                "state": state,
                "times": times,
                "unit": unit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_dispensed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                dispensed_at_type_0 = datetime.datetime.fromisoformat(data)

                return dispensed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        dispensed_at = _parse_dispensed_at(d.pop("dispensed_at"))

        dose = d.pop("dose")

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

        every_hours = d.pop("every_hours")

        first_at = datetime.datetime.fromisoformat(d.pop("first_at"))

        id = UUID(d.pop("id"))

        def _parse_instructions(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        instructions = _parse_instructions(d.pop("instructions"))

        livestock_id = UUID(d.pop("livestock_id"))

        meat_days = d.pop("meat_days")

        medicine_id = UUID(d.pop("medicine_id"))

        medicine_name = d.pop("medicine_name")

        milk_days = d.pop("milk_days")

        prescribed_at = datetime.datetime.fromisoformat(d.pop("prescribed_at"))

        prescribed_by = UUID(d.pop("prescribed_by"))

        request_id = UUID(d.pop("request_id"))

        route = d.pop("route")

        state = check_prescription_out_state(d.pop("state"))

        times = d.pop("times")

        unit = d.pop("unit")

        prescription_out = cls(
            dispensed_at=dispensed_at,
            dose=dose,
            ended_at=ended_at,
            every_hours=every_hours,
            first_at=first_at,
            id=id,
            instructions=instructions,
            livestock_id=livestock_id,
            meat_days=meat_days,
            medicine_id=medicine_id,
            medicine_name=medicine_name,
            milk_days=milk_days,
            prescribed_at=prescribed_at,
            prescribed_by=prescribed_by,
            request_id=request_id,
            route=route,
            state=state,
            times=times,
            unit=unit,
        )

        prescription_out.additional_properties = d
        return prescription_out

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
