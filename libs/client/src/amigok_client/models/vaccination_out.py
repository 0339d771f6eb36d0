from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.vaccination_out_state import VaccinationOutState, check_vaccination_out_state

T = TypeVar("T", bound="VaccinationOut")


@_attrs_define
class VaccinationOut:
    """A planned vaccination of an animal, with what became of it."""

    due_on: datetime.date
    given_on: datetime.date | None
    id: UUID
    mandatory: bool
    plan_name: str
    request_id: None | UUID
    service_id: UUID
    service_name: str
    state: VaccinationOutState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        due_on = self.due_on.isoformat()

        given_on: None | str
        if isinstance(self.given_on, datetime.date):
            given_on = self.given_on.isoformat()
        else:
            given_on = self.given_on

        id = str(self.id)

        mandatory = self.mandatory

        plan_name = self.plan_name

        request_id: None | str
        if isinstance(self.request_id, UUID):
            request_id = str(self.request_id)
        else:
            request_id = self.request_id

        service_id = str(self.service_id)

        service_name = self.service_name

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "due_on": due_on,
                "given_on": given_on,
                "id": id,
                "mandatory": mandatory,
                "plan_name": plan_name,
                "request_id": request_id,
                "service_id": service_id,
                "service_name": service_name,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        def _parse_given_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                given_on_type_0 = datetime.date.fromisoformat(data)

                return given_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        given_on = _parse_given_on(d.pop("given_on"))

        id = UUID(d.pop("id"))

        mandatory = d.pop("mandatory")

        plan_name = d.pop("plan_name")

        def _parse_request_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                request_id_type_0 = UUID(data)

                return request_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        request_id = _parse_request_id(d.pop("request_id"))

        service_id = UUID(d.pop("service_id"))

        service_name = d.pop("service_name")

        state = check_vaccination_out_state(d.pop("state"))

        vaccination_out = cls(
            due_on=due_on,
            given_on=given_on,
            id=id,
            mandatory=mandatory,
            plan_name=plan_name,
            request_id=request_id,
            service_id=service_id,
            service_name=service_name,
            state=state,
        )

        vaccination_out.additional_properties = d
        return vaccination_out

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
