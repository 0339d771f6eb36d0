from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="DoseIn")


@_attrs_define
class DoseIn:
    """Care at an age. A dose with an `id` is changed, one without is new; what is left out of a plan is taken out."""

    age_days: int
    service_id: UUID
    id: None | Unset | UUID = UNSET
    lead_days: int | Unset = 14
    """ Requested so long before it is due """
    mandatory: bool | Unset = False
    remind_days: int | Unset = 3
    """ People are reminded so long before it is due """
    repeat_months: int | None | Unset = UNSET
    """ Again so long after each time """

    def to_dict(self) -> dict[str, Any]:
        age_days = self.age_days

        service_id = str(self.service_id)

        id: None | str | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        elif isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        lead_days = self.lead_days

        mandatory = self.mandatory

        remind_days = self.remind_days

        repeat_months: int | None | Unset
        if isinstance(self.repeat_months, Unset):
            repeat_months = UNSET
        else:
            repeat_months = self.repeat_months

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "age_days": age_days,
                "service_id": service_id,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id
        if lead_days is not UNSET:
            field_dict["lead_days"] = lead_days
        if mandatory is not UNSET:
            field_dict["mandatory"] = mandatory
        if remind_days is not UNSET:
            field_dict["remind_days"] = remind_days
        if repeat_months is not UNSET:
            field_dict["repeat_months"] = repeat_months

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        age_days = d.pop("age_days")

        service_id = UUID(d.pop("service_id"))

        def _parse_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = UUID(data)

                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        id = _parse_id(d.pop("id", UNSET))

        lead_days = d.pop("lead_days", UNSET)

        mandatory = d.pop("mandatory", UNSET)

        remind_days = d.pop("remind_days", UNSET)

        def _parse_repeat_months(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        repeat_months = _parse_repeat_months(d.pop("repeat_months", UNSET))

        dose_in = cls(
            age_days=age_days,
            service_id=service_id,
            id=id,
            lead_days=lead_days,
            mandatory=mandatory,
            remind_days=remind_days,
            repeat_months=repeat_months,
        )

        return dose_in
