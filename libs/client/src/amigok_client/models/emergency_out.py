from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.emergency_out_state import EmergencyOutState, check_emergency_out_state

T = TypeVar("T", bound="EmergencyOut")


@_attrs_define
class EmergencyOut:
    """An emergency. `veterinarian_id` was asked last, and has until `answer_by` while it is `asking`."""

    answer_by: datetime.datetime | None
    area_name: None | str
    calls: int
    farm_id: None | UUID
    farm_name: None | str
    livestock_id: UUID
    raised_at: datetime.datetime
    request_id: UUID
    service_name: str
    state: EmergencyOutState
    tag_number: None | str
    veterinarian_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answer_by: None | str
        if isinstance(self.answer_by, datetime.datetime):
            answer_by = self.answer_by.isoformat()
        else:
            answer_by = self.answer_by

        area_name: None | str
        area_name = self.area_name

        calls = self.calls

        farm_id: None | str
        if isinstance(self.farm_id, UUID):
            farm_id = str(self.farm_id)
        else:
            farm_id = self.farm_id

        farm_name: None | str
        farm_name = self.farm_name

        livestock_id = str(self.livestock_id)

        raised_at = self.raised_at.isoformat()

        request_id = str(self.request_id)

        service_name = self.service_name

        state: str = self.state

        tag_number: None | str
        tag_number = self.tag_number

        veterinarian_id: None | str
        if isinstance(self.veterinarian_id, UUID):
            veterinarian_id = str(self.veterinarian_id)
        else:
            veterinarian_id = self.veterinarian_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answer_by": answer_by,
                "area_name": area_name,
                "calls": calls,
                "farm_id": farm_id,
                "farm_name": farm_name,
                "livestock_id": livestock_id,
                "raised_at": raised_at,
                "request_id": request_id,
                "service_name": service_name,
                "state": state,
                "tag_number": tag_number,
                "veterinarian_id": veterinarian_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_answer_by(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answer_by_type_0 = datetime.datetime.fromisoformat(data)

                return answer_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answer_by = _parse_answer_by(d.pop("answer_by"))

        def _parse_area_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        area_name = _parse_area_name(d.pop("area_name"))

        calls = d.pop("calls")

        def _parse_farm_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                farm_id_type_0 = UUID(data)

                return farm_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        farm_id = _parse_farm_id(d.pop("farm_id"))

        def _parse_farm_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        farm_name = _parse_farm_name(d.pop("farm_name"))

        livestock_id = UUID(d.pop("livestock_id"))

        raised_at = datetime.datetime.fromisoformat(d.pop("raised_at"))

        request_id = UUID(d.pop("request_id"))

        service_name = d.pop("service_name")

        state = check_emergency_out_state(d.pop("state"))

        def _parse_tag_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag_number = _parse_tag_number(d.pop("tag_number"))

        def _parse_veterinarian_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                veterinarian_id_type_0 = UUID(data)

                return veterinarian_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        veterinarian_id = _parse_veterinarian_id(d.pop("veterinarian_id"))

        emergency_out = cls(
            answer_by=answer_by,
            area_name=area_name,
            calls=calls,
            farm_id=farm_id,
            farm_name=farm_name,
            livestock_id=livestock_id,
            raised_at=raised_at,
            request_id=request_id,
            service_name=service_name,
            state=state,
            tag_number=tag_number,
            veterinarian_id=veterinarian_id,
        )

        emergency_out.additional_properties = d
        return emergency_out

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
