from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_out_state import TaskOutState, check_task_out_state

T = TypeVar("T", bound="TaskOut")


@_attrs_define
class TaskOut:
    """A dose that is to be given, or was. `recalled`: it comes from a batch that was recalled and must not be given."""

    area_id: None | UUID
    area_name: None | str
    done_at: datetime.datetime | None
    dose: str
    id: UUID
    in_quarantine: bool
    instructions: None | str
    livestock_id: UUID
    medicine_name: str
    number: int
    planned_at: datetime.datetime
    prescription_id: UUID
    recalled: bool
    route: str
    state: TaskOutState
    tag_number: None | str
    times: int
    unit: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        area_name: None | str
        area_name = self.area_name

        done_at: None | str
        if isinstance(self.done_at, datetime.datetime):
            done_at = self.done_at.isoformat()
        else:
            done_at = self.done_at

        dose = self.dose

        id = str(self.id)

        in_quarantine = self.in_quarantine

        instructions: None | str
        instructions = self.instructions

        livestock_id = str(self.livestock_id)

        medicine_name = self.medicine_name

        number = self.number

        planned_at = self.planned_at.isoformat()

        prescription_id = str(self.prescription_id)

        recalled = self.recalled

        route = self.route

        state: str = self.state

        tag_number: None | str
        tag_number = self.tag_number

        times = self.times

        unit = self.unit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "area_id": area_id,
                "area_name": area_name,
                "done_at": done_at,
                "dose": dose,
                "id": id,
                "in_quarantine": in_quarantine,
                "instructions": instructions,
                "livestock_id": livestock_id,
                "medicine_name": medicine_name,
                "number": number,
                "planned_at": planned_at,
                "prescription_id": prescription_id,
                "recalled": recalled,
                "route": route,
                "state": state,
                "tag_number": tag_number,
                "times": times,
                "unit": unit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_area_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        area_id = _parse_area_id(d.pop("area_id"))

        def _parse_area_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        area_name = _parse_area_name(d.pop("area_name"))

        def _parse_done_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                done_at_type_0 = datetime.datetime.fromisoformat(data)

                return done_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        done_at = _parse_done_at(d.pop("done_at"))

        dose = d.pop("dose")

        id = UUID(d.pop("id"))

        in_quarantine = d.pop("in_quarantine")

        def _parse_instructions(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        instructions = _parse_instructions(d.pop("instructions"))

        livestock_id = UUID(d.pop("livestock_id"))

        medicine_name = d.pop("medicine_name")

        number = d.pop("number")

        planned_at = datetime.datetime.fromisoformat(d.pop("planned_at"))

        prescription_id = UUID(d.pop("prescription_id"))

        recalled = d.pop("recalled")

        route = d.pop("route")

        state = check_task_out_state(d.pop("state"))

        def _parse_tag_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag_number = _parse_tag_number(d.pop("tag_number"))

        times = d.pop("times")

        unit = d.pop("unit")

        task_out = cls(
            area_id=area_id,
            area_name=area_name,
            done_at=done_at,
            dose=dose,
            id=id,
            in_quarantine=in_quarantine,
            instructions=instructions,
            livestock_id=livestock_id,
            medicine_name=medicine_name,
            number=number,
            planned_at=planned_at,
            prescription_id=prescription_id,
            recalled=recalled,
            route=route,
            state=state,
            tag_number=tag_number,
            times=times,
            unit=unit,
        )

        task_out.additional_properties = d
        return task_out

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
