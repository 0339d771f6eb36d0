from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.visit_of_day_out_state import VisitOfDayOutState, check_visit_of_day_out_state

T = TypeVar("T", bound="VisitOfDayOut")


@_attrs_define
class VisitOfDayOut:
    """A visit of a day. The way takes so many minutes from the visit before, or from where one sets out."""

    area_name: None | str
    emergency: bool
    ends_at: datetime.datetime
    farm_id: None | UUID
    farm_name: None | str
    livestock_id: UUID
    request_id: UUID
    service_name: str
    starts_at: datetime.datetime
    state: VisitOfDayOutState
    tag_number: None | str
    travel_minutes: int
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        area_name: None | str
        area_name = self.area_name

        emergency = self.emergency

        ends_at = self.ends_at.isoformat()

        farm_id: None | str
        if isinstance(self.farm_id, UUID):
            farm_id = str(self.farm_id)
        else:
            farm_id = self.farm_id

        farm_name: None | str
        farm_name = self.farm_name

        livestock_id = str(self.livestock_id)

        request_id = str(self.request_id)

        service_name = self.service_name

        starts_at = self.starts_at.isoformat()

        state: str = self.state

        tag_number: None | str
        tag_number = self.tag_number

        travel_minutes = self.travel_minutes

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "area_name": area_name,
                "emergency": emergency,
                "ends_at": ends_at,
                "farm_id": farm_id,
                "farm_name": farm_name,
                "livestock_id": livestock_id,
                "request_id": request_id,
                "service_name": service_name,
                "starts_at": starts_at,
                "state": state,
                "tag_number": tag_number,
                "travel_minutes": travel_minutes,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_area_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        area_name = _parse_area_name(d.pop("area_name"))

        emergency = d.pop("emergency")

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

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

        request_id = UUID(d.pop("request_id"))

        service_name = d.pop("service_name")

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        state = check_visit_of_day_out_state(d.pop("state"))

        def _parse_tag_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag_number = _parse_tag_number(d.pop("tag_number"))

        travel_minutes = d.pop("travel_minutes")

        version = d.pop("version")

        visit_of_day_out = cls(
            area_name=area_name,
            emergency=emergency,
            ends_at=ends_at,
            farm_id=farm_id,
            farm_name=farm_name,
            livestock_id=livestock_id,
            request_id=request_id,
            service_name=service_name,
            starts_at=starts_at,
            state=state,
            tag_number=tag_number,
            travel_minutes=travel_minutes,
            version=version,
        )

        visit_of_day_out.additional_properties = d
        return visit_of_day_out

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
