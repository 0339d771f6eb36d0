from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.prescription_in_confirmed_warnings_item import (
    PrescriptionInConfirmedWarningsItem,
    check_prescription_in_confirmed_warnings_item,
)
from ..models.prescription_in_route import PrescriptionInRoute, check_prescription_in_route
from ..types import UNSET, Unset

T = TypeVar("T", bound="PrescriptionIn")


@_attrs_define
class PrescriptionIn:
    """A medicine to be given: `dose` units each time, `every_hours` for `duration_days`, from `first_at` or now on.

    A dose that is unusual for the animal's weight is refused with `dose_warning`, unless `confirmed_warnings` names
    each of its warnings.

    """

    dose: float | str
    medicine_id: UUID
    route: PrescriptionInRoute
    confirmed_warnings: list[PrescriptionInConfirmedWarningsItem] | Unset = UNSET
    duration_days: int | Unset = 1
    every_hours: int | Unset = 24
    first_at: datetime.datetime | None | Unset = UNSET
    instructions: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        dose: float | str
        dose = self.dose

        medicine_id = str(self.medicine_id)

        route: str = self.route

        confirmed_warnings: list[str] | Unset = UNSET
        if not isinstance(self.confirmed_warnings, Unset):
            confirmed_warnings = []
            for confirmed_warnings_item_data in self.confirmed_warnings:
                confirmed_warnings_item: str = confirmed_warnings_item_data
                confirmed_warnings.append(confirmed_warnings_item)

        duration_days = self.duration_days

        every_hours = self.every_hours

        first_at: None | str | Unset
        if isinstance(self.first_at, Unset):
            first_at = UNSET
        elif isinstance(self.first_at, datetime.datetime):
            first_at = self.first_at.isoformat()
        else:
            first_at = self.first_at

        instructions: None | str | Unset
        if isinstance(self.instructions, Unset):
            instructions = UNSET
        else:
            instructions = self.instructions

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "dose": dose,
                "medicine_id": medicine_id,
                "route": route,
            }
        )
        if confirmed_warnings is not UNSET:
            field_dict["confirmed_warnings"] = confirmed_warnings
        if duration_days is not UNSET:
            field_dict["duration_days"] = duration_days
        if every_hours is not UNSET:
            field_dict["every_hours"] = every_hours
        if first_at is not UNSET:
            field_dict["first_at"] = first_at
        if instructions is not UNSET:
            field_dict["instructions"] = instructions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_dose(data: object) -> float | str:
            return cast(float | str, data)

        dose = _parse_dose(d.pop("dose"))

        medicine_id = UUID(d.pop("medicine_id"))

        route = check_prescription_in_route(d.pop("route"))

        _confirmed_warnings = d.pop("confirmed_warnings", UNSET)
        confirmed_warnings: list[PrescriptionInConfirmedWarningsItem] | Unset = UNSET
        if _confirmed_warnings is not UNSET:
            confirmed_warnings = []
            for confirmed_warnings_item_data in _confirmed_warnings:
                confirmed_warnings_item = check_prescription_in_confirmed_warnings_item(confirmed_warnings_item_data)

                confirmed_warnings.append(confirmed_warnings_item)

        duration_days = d.pop("duration_days", UNSET)

        every_hours = d.pop("every_hours", UNSET)

        def _parse_first_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_at_type_0 = datetime.datetime.fromisoformat(data)

                return first_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        first_at = _parse_first_at(d.pop("first_at", UNSET))

        def _parse_instructions(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        instructions = _parse_instructions(d.pop("instructions", UNSET))

        prescription_in = cls(
            dose=dose,
            medicine_id=medicine_id,
            route=route,
            confirmed_warnings=confirmed_warnings,
            duration_days=duration_days,
            every_hours=every_hours,
            first_at=first_at,
            instructions=instructions,
        )

        return prescription_in
