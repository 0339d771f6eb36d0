from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.observation_out_what import ObservationOutWhat, check_observation_out_what

T = TypeVar("T", bound="ObservationOut")


@_attrs_define
class ObservationOut:
    """Something that was measured or done: a weighing, a meal, care, or a death. `kg` is a weight or what was eaten."""

    at: datetime.datetime
    event_id: UUID
    kg: None | str
    kind: str
    livestock_id: UUID
    what: ObservationOutWhat
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        event_id = str(self.event_id)

        kg: None | str
        kg = self.kg

        kind = self.kind

        livestock_id = str(self.livestock_id)

        what: str = self.what

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "event_id": event_id,
                "kg": kg,
                "kind": kind,
                "livestock_id": livestock_id,
                "what": what,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        event_id = UUID(d.pop("event_id"))

        def _parse_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kg = _parse_kg(d.pop("kg"))

        kind = d.pop("kind")

        livestock_id = UUID(d.pop("livestock_id"))

        what = check_observation_out_what(d.pop("what"))

        observation_out = cls(
            at=at,
            event_id=event_id,
            kg=kg,
            kind=kind,
            livestock_id=livestock_id,
            what=what,
        )

        observation_out.additional_properties = d
        return observation_out

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
