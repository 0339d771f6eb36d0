from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.visit_out_state import VisitOutState, check_visit_out_state

T = TypeVar("T", bound="VisitOut")


@_attrs_define
class VisitOut:
    """Who comes for a request, and when; null where that is open."""

    ends_at: datetime.datetime | None
    request_id: UUID
    starts_at: datetime.datetime | None
    state: VisitOutState
    version: int
    veterinarian_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        request_id = str(self.request_id)

        starts_at: None | str
        if isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        state: str = self.state

        version = self.version

        veterinarian_id: None | str
        if isinstance(self.veterinarian_id, UUID):
            veterinarian_id = str(self.veterinarian_id)
        else:
            veterinarian_id = self.veterinarian_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ends_at": ends_at,
                "request_id": request_id,
                "starts_at": starts_at,
                "state": state,
                "version": version,
                "veterinarian_id": veterinarian_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))

        request_id = UUID(d.pop("request_id"))

        def _parse_starts_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        starts_at = _parse_starts_at(d.pop("starts_at"))

        state = check_visit_out_state(d.pop("state"))

        version = d.pop("version")

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

        visit_out = cls(
            ends_at=ends_at,
            request_id=request_id,
            starts_at=starts_at,
            state=state,
            version=version,
            veterinarian_id=veterinarian_id,
        )

        visit_out.additional_properties = d
        return visit_out

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
